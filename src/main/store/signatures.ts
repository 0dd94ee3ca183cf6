import type { PageSignature, SignatureCause } from '../../shared/contract'
import type { Tables } from './transact'

/** A signature as it stands on record; whether it holds now is another question. */
export interface StoredSignature extends Omit<PageSignature, 'holds' | 'revision'> {
  readonly position: number
  /** Whether it held when it turned last; true for one that never has. */
  readonly held: boolean
}

/** A signature's becoming void, or good again. */
export interface SignatureTurn {
  readonly holds: boolean
  readonly cause: SignatureCause
  /** Id of the page, story or edition that was changed. */
  readonly causeId: string | null
  readonly personId: string | null
  readonly at: string
}

/** The last signature of each page, unless it was taken back, with its last turn. */
const current = (tables: Tables) =>
  tables
    .selectFrom('page_signature')
    .leftJoin('signature_turn', join =>
      join
        .onRef('signature_turn.signature', '=', 'page_signature.position')
        .on('signature_turn.position', 'in', last =>
          last
            .selectFrom('signature_turn as later')
            .select(row => row.fn.max('later.position').as('last'))
            .groupBy('later.signature'),
        ),
    )
    .select([
      'page_signature.position',
      'page_signature.page_id',
      'page_signature.person_id',
      'page_signature.name',
      'page_signature.at',
      'page_signature.hash',
      'signature_turn.holds',
      'signature_turn.cause',
      'signature_turn.person_id as turned_by',
      'signature_turn.at as turned_at',
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

type CurrentRow = Awaited<ReturnType<ReturnType<typeof current>['executeTakeFirstOrThrow']>>

const toSignature = (row: CurrentRow): StoredSignature => ({
  position: row.position,
  pageId: row.page_id,
  personId: row.person_id,
  name: row.name,
  at: row.at,
  hash: row.hash,
  held: row.holds !== 0,
  turn:
    row.cause === null || row.turned_at === null
      ? null
      : { cause: row.cause, personId: row.turned_by, at: row.turned_at },
})

/** The last signature of each page of an edition, in the order of the pages. */
export async function signaturesOf(tables: Tables, editionId: string): Promise<StoredSignature[]> {
  const rows = await current(tables)
    .innerJoin('page', 'page.id', 'page_signature.page_id')
    .where('page.edition_id', '=', editionId)
    .orderBy('page.number')
    .execute()
  return rows.map(toSignature)
}

/** The last signature of a page, unless it was taken back. */
export async function findSignature(tables: Tables, pageId: string): Promise<StoredSignature | null> {
  const row = await current(tables).where('page_signature.page_id', '=', pageId).executeTakeFirst()
  return row ? toSignature(row) : null
}

/** Counts what has happened to a page's signatures: each that was given, was taken back, and each turn. */
export async function signatureRevision(tables: Tables, pageId: string): Promise<number> {
  const { given, withdrawn } = await tables
    .selectFrom('page_signature')
    .select(row => [row.fn.countAll().as('given'), row.fn.count('withdrawn_at').as('withdrawn')])
    .where('page_id', '=', pageId)
    .executeTakeFirstOrThrow()
  const { turns } = await tables
    .selectFrom('signature_turn')
    .innerJoin('page_signature', 'page_signature.position', 'signature_turn.signature')
    .select(row => row.fn.countAll().as('turns'))
    .where('page_signature.page_id', '=', pageId)
    .executeTakeFirstOrThrow()
  return Number(given) + Number(withdrawn) + Number(turns)
}

/** Records a signature, and the stories that it speaks of. */
export async function addSignature(
  tables: Tables,
  { pageId, personId, name, at, hash }: Pick<StoredSignature, 'pageId' | 'personId' | 'name' | 'at' | 'hash'>,
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

/** Records that a signature has turned. */
export async function addTurn(
  tables: Tables,
  { position }: Pick<StoredSignature, 'position'>,
  { holds, cause, causeId, personId, at }: SignatureTurn,
): Promise<void> {
  await tables
    .insertInto('signature_turn')
    .values({
      signature: position,
      holds: holds ? 1 : 0,
      cause,
      cause_id: causeId,
      person_id: personId,
      at,
    })
    .execute()
}

/** Takes what is on record of a page's signatures turning away with them. */
export async function removeTurns(tables: Tables, pageId: string): Promise<void> {
  await tables
    .deleteFrom('signature_turn')
    .where('signature', 'in', signature =>
      signature.selectFrom('page_signature').select('position').where('page_id', '=', pageId),
    )
    .execute()
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
  return rows.map(row => row.page_id)
}

/** All signed pages, those of the newest edition first. */
export async function signedPages(tables: Tables): Promise<string[]> {
  const rows = await current(tables)
    .innerJoin('page', 'page.id', 'page_signature.page_id')
    .innerJoin('edition', 'edition.id', 'page.edition_id')
    .orderBy('edition.date', 'desc')
    .orderBy('page.number')
    .execute()
  return rows.map(row => row.page_id)
}
