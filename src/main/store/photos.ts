import { hashOfBytes } from './hash'
import type { PhotoTable, PlacedPdfTable } from './tables'
import type { Tables } from './transact'

/** What is known of a photo without its bytes. */
export type PhotoFacts = Omit<PhotoTable, 'original'>

/** Keeps a photo; the same bytes are kept once. */
export async function addPhoto(tables: Tables, photo: PhotoTable): Promise<void> {
  await tables
    .insertInto('photo')
    .values(photo)
    .onConflict(conflict => conflict.column('hash').doNothing())
    .execute()
}

export async function findPhoto(tables: Tables, hash: string): Promise<PhotoFacts | null> {
  const row = await tables
    .selectFrom('photo')
    .select(['hash', 'width', 'height', 'type', 'bytes', 'added_at', 'added_by'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

/** A photo's bytes as they came; null when the store does not have it, `damaged` when they have changed. */
export async function readPhoto(
  tables: Tables,
  hash: string,
): Promise<{ type: string; original: Uint8Array } | 'damaged' | null> {
  const row = await tables
    .selectFrom('photo')
    .select(['type', 'original'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!row) return null
  return hashOfBytes(row.original) === hash ? row : 'damaged'
}

/** Keeps the PDF that an advertisement came as; the same bytes are kept once. */
export async function addPlacedPdf(tables: Tables, pdf: PlacedPdfTable): Promise<void> {
  await tables
    .insertInto('placed_pdf')
    .values(pdf)
    .onConflict(conflict => conflict.column('hash').doNothing())
    .execute()
}
