import { failed, type Result } from '../../shared/contract/failure'
import type { Edition, EditionPage } from '../../shared/contract'
import type { Newsroom } from '../newsroom/newsroom'
import type { GivenArguments } from './arguments'
import { UsageError, type Terminal } from './command'
import { withNewsroom } from './open-newsroom'

/** The page that a command line names, in its newsroom. */
export interface NamedPage {
  readonly newsroom: Newsroom
  readonly edition: Edition
  readonly page: EditionPage
}

/** What every command on a page takes: EDITION, PAGE and --data. */
export const pageArguments = { files: ['期', '版次'], values: ['data'] } as const

/**
 * Opens the newsroom of --data and does something with the page that is named: EDITION is a date (2026-11-24) or
 * a number (1286), PAGE a number from 1. Fails with terminal.no-newsroom, .no-edition, .no-page, as opening does
 * (a desk that is open keeps the newsroom to itself), and as `work` does; throws UsageError for what is neither.
 */
export async function withPage<T>(
  given: GivenArguments,
  terminal: Terminal,
  work: (named: NamedPage) => Promise<Result<T>>,
): Promise<Result<T>> {
  const isEdition = editionTest(given.files[0]!)
  const number = pageNumber(given.files[1]!)
  return withNewsroom(given, terminal, async newsroom => {
    const editions = await newsroom.editions.list()
    const edition = editions.find(isEdition)
    if (!edition) {
      const known = editions.map(one => `${one.date}（第 ${one.number} 期）`).join('、')
      const remedy = known === '' ? '数据里还没有期。' : `有的是：${known}。`
      return failed('terminal.no-edition', `没有“${given.files[0]}”这一期。`, remedy)
    }
    const page = edition.pages.find(one => one.number === number)
    if (!page) {
      const message = `${edition.date} 这一期没有第 ${number} 版。`
      return failed('terminal.no-page', message, `它有 ${edition.pages.length} 个版。`)
    }
    return work({ newsroom, edition, page })
  })
}

/** 2026-11-24 is a day, 1286 a number. */
function editionTest(text: string): (edition: Edition) => boolean {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return edition => edition.date === text
  if (/^\d{1,7}$/u.test(text)) return edition => edition.number === Number(text)
  throw new UsageError(`期要写成日期（2026-11-24）或期号（1286），给的是“${text}”。`)
}

function pageNumber(text: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(text)) throw new UsageError(`版次要是 1 起的数，给的是“${text}”。`)
  return Number(text)
}
