import { papers as presets, type Paper } from '../../shared/page/paper'
import { readPaper, toStored } from '../../shared/page/migrations/stored'
import { readMeta, writeMeta } from './meta'
import type { Tables } from './transact'

/**
 * The newsroom's papers, at least one: first the one that it usually prints, then the presets as it has changed them,
 * without those taken off, then its own. Of a paper that cannot be read the preset stands; pages have their own copies.
 */
export async function allPapers(tables: Tables): Promise<Paper[]> {
  const rows = await tables.selectFrom('paper').select(['id', 'paper']).orderBy('position').execute()
  const kept = new Map(rows.map(row => [row.id, row.paper]))
  const own = rows.filter(row => presets.every(preset => preset.id !== row.id))
  const all = [
    ...presets.flatMap(preset => {
      const changed = kept.get(preset.id)
      return changed === undefined ? [preset] : changed === null ? [] : [parsed(changed) ?? preset]
    }),
    ...own.flatMap(({ paper }) => (paper === null ? [] : (parsed(paper) ?? []))),
  ]
  const usual = await readMeta(tables, 'usualPaper')
  return [...all.filter(paper => paper.id === usual), ...all.filter(paper => paper.id !== usual)]
}

/** Makes a paper the one that the newsroom usually prints. */
export const keepUsualPaper = (tables: Tables, id: string): Promise<void> =>
  writeMeta(tables, 'usualPaper', id)

/** Whether anybody, or the first edition, has said which paper the newsroom usually prints. */
export const hasUsualPaper = async (tables: Tables): Promise<boolean> =>
  (await readMeta(tables, 'usualPaper')) !== null

const parsed = (json: string): Paper | null => readPaper(JSON.parse(json))

/** Adds a paper, or changes the one of this id. */
export async function savePaper(tables: Tables, paper: Paper, by: string, at: string): Promise<void> {
  await put(tables, paper.id, JSON.stringify(toStored(paper)), by, at)
}

/** Takes a paper off the list; a preset is remembered as taken off. */
export async function removePaper(tables: Tables, id: string, by: string, at: string): Promise<void> {
  if (presets.some(preset => preset.id === id)) await put(tables, id, null, by, at)
  else await tables.deleteFrom('paper').where('id', '=', id).execute()
}

async function put(tables: Tables, id: string, paper: string | null, by: string, at: string): Promise<void> {
  const row = { paper, changed_at: at, changed_by: by }
  await tables
    .insertInto('paper')
    .values({ id, ...row })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
}
