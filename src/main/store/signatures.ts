import type { PageSignature } from '../../shared/contract'
import type { Tables } from './transact'

/** A signature as it was given; whether it holds is another question. */
export type StoredSignature = Omit<PageSignature, 'holds'>

const current = (tables: Tables) =>
  tables
    .selectFrom('page_signature')
    .select([
      'page_signature.page_id as pageId',
      'page_signature.person_id as personId',
      'page_signature.name',
      'page_signature.at',
      'page_signature.hash',
    ])
    .where('page_signature.withdrawn_at', 'is', null)
    .where(expression =>
      expression(
        'page_signature.position',
        '=',
        expression
          .selectFrom('page_signature as any')
          .select(row => row.fn.max('any.position').as('last'))
          .whereRef('any.page_id', '=', 'page_signature.page_id'),
      ),
    )

/** The last signature of each page of an edition, in the order of the pages. */
export async function signaturesOf(tables: Tables, editionId: string): Promise<StoredSignature[]> {
  return current(tables)
    .innerJoin('page', 'page.id', 'page_signature.page_id')
    .where('page.edition_id', '=', editionId)
    .orderBy('page.number')
    .execute()
}

/** The last signature of a page, unless it was taken back. */
export async function findSignature(tables: Tables, pageId: string): Promise<StoredSignature | null> {
  const row = await current(tables).where('page_signature.page_id', '=', pageId).executeTakeFirst()
  return row ?? null
}

/** Records a signature, and the stories that it speaks of. */
export async function addSignature(
  tables: Tables,
  { pageId, personId, name, at, hash }: StoredSignature,
  storyIds: readonly string[],
): Promise<void> {
  await tables
    .insertInto('page_signature')
    .values({ page_id: pageId, person_id: personId, name, at, hash, withdrawn_at: null, withdrawn_by: null })
    .execute()
  await tables.deleteFrom('signed_story').where('page_id', '=', pageId).execute()
  for (const id of storyIds) {
    await tables.insertInto('signed_story').values({ story_id: id, page_id: pageId }).execute()
  }
}

/** Takes a page's signatures back; they stay on record. */
export async function withdrawSignatures(
  tables: Tables,
  pageId: string,
  by: string,
  at: string,
): Promise<void> {
  await tables
    .updateTable('page_signature')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('page_id', '=', pageId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tables.deleteFrom('signed_story').where('page_id', '=', pageId).execute()
}

/** Pages whose signature speaks of a story. */
export async function pagesSignedWith(tables: Tables, storyId: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('signed_story')
    .select('page_id')
    .where('story_id', '=', storyId)
    .execute()
  return rows.map(row => row.page_id)
}

/** Signed pages without people of their own: what they print hangs on who is at the paper. */
export async function signedWithoutCredits(tables: Tables): Promise<string[]> {
  const rows = await current(tables)
    .innerJoin('page', 'page.id', 'page_signature.page_id')
    .where('page.credits', 'is', null)
    .execute()
  return rows.map(row => row.pageId)
}
