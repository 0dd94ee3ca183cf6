import type { BudgetRow, StoryPlan } from '../../shared/contract'
import type { StoryFields } from '../../shared/budget/story-fields'
import type { Selectable } from 'kysely'
import type { StoryTable } from './tables'
import type { Tables } from './transact'

/** How a budget row's names stand in the table. */
const columnOf = {
  id: 'id',
  number: 'number',
  slug: 'slug',
  genre: 'genre',
  plannedCharacters: 'planned_characters',
  plannedLines: 'planned_lines',
  lengthTolerance: 'length_tolerance',
  editionId: 'edition_id',
  page: 'page',
  author: 'author',
  editorId: 'editor_id',
  state: 'state',
  deadline: 'deadline',
  note: 'note',
  headline: 'headline',
  byline: 'byline',
  people: 'people',
  characters: 'characters',
  lines: 'lines',
  baseColumn: 'base_column',
  photos: 'photos',
  photosWithoutCaption: 'photos_without_caption',
  photosWithoutCredit: 'photos_without_credit',
  version: 'version',
  revision: 'revision',
  createdAt: 'created_at',
  changedAt: 'changed_at',
  changedBy: 'changed_by',
  trashedAt: 'trashed_at',
} as const satisfies Record<keyof BudgetRow, keyof StoryTable>

const names = Object.keys(columnOf) as (keyof BudgetRow)[]

const toRow = (row: Selectable<StoryTable>): BudgetRow => ({
  ...(Object.fromEntries(names.map(name => [name, row[columnOf[name]]])) as unknown as BudgetRow),
  people: row.people === null ? [] : (JSON.parse(row.people) as BudgetRow['people']),
  baseColumn: JSON.parse(row.base_column) as BudgetRow['baseColumn'],
})

/** Fields that stand in the table as JSON. */
const isJson = (name: keyof BudgetRow): boolean => name === 'people' || name === 'baseColumn'

/** A partial budget row as columns; what is undefined is left out. */
const toColumns = (change: Partial<BudgetRow>): Partial<Selectable<StoryTable>> =>
  Object.fromEntries(
    names
      .filter(name => change[name] !== undefined)
      .map(name => [columnOf[name], isJson(name) ? JSON.stringify(change[name]) : change[name]]),
  ) as Partial<Selectable<StoryTable>>

/** The budget, or the trash: by number. */
export async function budgetRows(tables: Tables, isTrash: boolean): Promise<BudgetRow[]> {
  const rows = await tables
    .selectFrom('story')
    .selectAll()
    .where('trashed_at', isTrash ? 'is not' : 'is', null)
    .orderBy('number')
    .execute()
  return rows.map(toRow)
}

/** Rows of these stories, in no order; unknown ids are left out. */
export async function findStories(tables: Tables, ids: readonly string[]): Promise<BudgetRow[]> {
  if (ids.length === 0) return []
  const rows = await tables.selectFrom('story').selectAll().where('id', 'in', ids).execute()
  return rows.map(toRow)
}

export async function findStory(tables: Tables, id: string): Promise<BudgetRow | null> {
  const row = await tables.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toRow(row) : null
}

/** The next 稿号. Stories are never deleted, so that no number comes twice. */
export async function nextStoryNumber(tables: Tables): Promise<number> {
  const { last } = await tables
    .selectFrom('story')
    .select(row => row.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

export async function addStory(tables: Tables, row: BudgetRow): Promise<void> {
  await tables
    .insertInto('story')
    .values(toColumns(row) as Selectable<StoryTable>)
    .execute()
}

/** Who changed a story, and when. */
export interface ChangeMark {
  readonly changedAt: string
  readonly changedBy: string | null
}

/**
 * Changes a story's plan, its trashing, or what its document says; counts the row's revision up. Answers the row as
 * it is now. The story is there: whoever changes it has looked.
 */
export const changeStory = (
  tables: Tables,
  id: string,
  change: Partial<StoryPlan & StoryFields & Pick<BudgetRow, 'version' | 'trashedAt'>> & ChangeMark,
): Promise<BudgetRow> => update(tables, id, change)

/** Sets fields of a row and counts its revision up; the row as it is then. */
async function update(tables: Tables, id: string, change: Partial<BudgetRow>): Promise<BudgetRow> {
  const row = await tables
    .updateTable('story')
    .set(story => ({ ...toColumns(change), revision: story('revision', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toRow(row)
}

/** Ids of the stories whose text has not been read for names yet. */
export async function storiesUnread(tables: Tables): Promise<string[]> {
  const rows = await tables.selectFrom('story').select('id').where('people', 'is', null).execute()
  return rows.map(({ id }) => id)
}

/** Keeps what a text of before names. Nobody has changed the story, so it bears nobody's mark. */
export async function keepPeople(tables: Tables, id: string, people: BudgetRow['people']): Promise<void> {
  await tables
    .updateTable('story')
    .set(story => ({ people: JSON.stringify(people), revision: story('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Keeps how many lines a story takes where it is counted now; its row as it is then. */
export const changeLines = (
  tables: Tables,
  id: string,
  counted: Pick<BudgetRow, 'lines' | 'baseColumn'>,
): Promise<BudgetRow> => update(tables, id, counted)

/** Where a story stands, and where its lines are counted. */
export type CountedPlace = Pick<BudgetRow, 'id' | 'editionId' | 'page' | 'baseColumn'>

/** The places of all stories, trashed ones too. */
export async function storyPlaces(tables: Tables): Promise<CountedPlace[]> {
  const rows = await tables.selectFrom('story').select(['id', 'edition_id', 'page', 'base_column']).execute()
  return rows.map(({ id, edition_id, page, base_column }) => ({
    id,
    editionId: edition_id,
    page,
    baseColumn: JSON.parse(base_column) as BudgetRow['baseColumn'],
  }))
}

/** Takes an edition out of the plans of all stories; answers which were planned for it. They stay in the budget. */
export async function releaseStories(
  tables: Tables,
  editionId: string,
  mark: ChangeMark,
): Promise<BudgetRow[]> {
  const planned = await tables
    .selectFrom('story')
    .select('id')
    .where('edition_id', '=', editionId)
    .orderBy('number')
    .execute()
  const released: BudgetRow[] = []
  for (const { id } of planned) released.push(await changeStory(tables, id, { editionId: null, ...mark }))
  return released
}

/** What a story is found by besides its text: the row's revision, and its editor's name, which changes without it. */
export interface StoryStamp {
  readonly id: string
  readonly number: number
  readonly revision: number
  readonly editor: string | null
}

/** What the search index compares, of each story; only of one when its id is given. */
export function storyStamps(tables: Tables, id?: string): Promise<StoryStamp[]> {
  const all = tables
    .selectFrom('story')
    .leftJoin('person', 'person.id', 'story.editor_id')
    .select(['story.id', 'story.number', 'story.revision', 'person.name as editor'])
  return (id === undefined ? all : all.where('story.id', '=', id)).execute()
}
