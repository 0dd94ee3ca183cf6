/** Lengths with their unit in their type. A sum or a product of lengths is a bare number until its unit is named. */
declare const unit: unique symbol

/** A length in a unit: `Length<'pt'>` is taken for no `Length<'mm'>`, and a bare number for neither. */
export type Length<Unit extends string> = number & { readonly [unit]: Unit }

/** Integer thousandths of an em of the text's own size, so that every machine breaks the same line alike. */
export type Milliem = Length<'em/1000'>

/** So many ems: `em(2)` is an indent of two characters. Rounded to thousandths. */
export const em = (ems: number): Milliem => Math.round(ems * 1000) as Milliem

/** So many thousandths of an em, for what is reckoned in them already. */
export const milliem = (thousandths: number): Milliem => thousandths as Milliem
