/** What a clipboard held; the browser empties its own when the paste is over. */
export interface PastedData {
  readonly texts: readonly (readonly [type: string, text: string])[]
  readonly files: readonly File[]
}

/** Something that was meant for a story before it stood, in the order in which it was. */
export type EarlyPiece =
  { readonly kind: 'typed'; readonly text: string } | { readonly kind: 'pasted'; readonly data: PastedData }

/** Signs that nobody types stand for what was pasted among what was typed. */
const firstSign = 0xe000
const mostPastes = 0xf8ff - firstSign

/** What is typed and pasted while a story is on its way to the desk. */
export class EarlyWords {
  readonly #pastes: PastedData[] = []
  #field: { value: string } | null = null
  #isComposing = false

  /** The field that takes it from now on; what comes back ends that and answers what is in it. */
  writeIn(field: { value: string }): () => EarlyPiece[] {
    this.#field = field
    return () => {
      const pieces = this.take()
      this.#field = null
      this.#isComposing = false
      return pieces
    }
  }

  /** An input method has begun its work in the field, or is done. */
  compose(isAtWork: boolean): void {
    this.#isComposing = isAtWork
  }

  get isComposing(): boolean {
    return this.#isComposing
  }

  get isEmpty(): boolean {
    return (this.#field?.value ?? '') === ''
  }

  /** Keeps what was pasted; what stands for it in the field. */
  signFor(data: PastedData): string {
    if (this.#pastes.length >= mostPastes) return ''
    this.#pastes.push(data)
    return String.fromCharCode(firstSign + this.#pastes.length - 1)
  }

  /** What came so far; it is the taker's from now on. */
  take(): EarlyPiece[] {
    const pieces = piecesOf(this.#field?.value ?? '', this.#pastes)
    if (this.#field) this.#field.value = ''
    this.#pastes.length = 0
    return pieces
  }
}

/** What a field's text says, signs and all. */
export function piecesOf(value: string, pastes: readonly PastedData[]): EarlyPiece[] {
  const pieces: EarlyPiece[] = []
  for (const sign of value) {
    const data = pastes[sign.charCodeAt(0) - firstSign]
    const last = pieces.at(-1)
    if (data) pieces.push({ kind: 'pasted', data })
    else if (last?.kind === 'typed') pieces[pieces.length - 1] = { kind: 'typed', text: last.text + sign }
    else pieces.push({ kind: 'typed', text: sign })
  }
  return pieces
}

/** The words of pieces, for whoever is to see what could not be delivered. */
export const wordsOfPieces = (pieces: readonly EarlyPiece[]): string =>
  pieces
    .map(piece =>
      piece.kind === 'typed'
        ? piece.text
        : (piece.data.texts.find(([type]) => type === 'text/plain')?.[1] ?? ''),
    )
    .join('')
