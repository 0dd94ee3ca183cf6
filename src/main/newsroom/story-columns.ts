import {
  baseColumnOf,
  columnOfPlace,
  isSameColumn,
  type BaseColumn,
  type PageColumn,
} from '../../shared/budget/base-column'
import type { BudgetRow } from '../../shared/budget/budget-row'
import type { RowPlace } from '../../shared/budget/row-place'
import { findEdition } from '../store/editions'
import { allPapers } from '../store/papers'
import { changeLines } from '../store/stories'
import { DamagedLog } from '../store/story-log'
import type { Tables } from '../store/transact'
import type { Authority } from './authority'
import type { PageAuthority } from './page-authority'

/** At which base column each story is counted, and the counting itself. */
export class StoryColumns {
  constructor(
    private readonly authority: Authority,
    private readonly pages: PageAuthority,
  ) {}

  /** The base columns of an edition's pages; a page that is damaged is left out. */
  async ofPages(tables: Tables, editionId: string): Promise<readonly PageColumn[]> {
    const edition = await findEdition(tables, editionId)
    const columns: PageColumn[] = []
    for (const { id, number } of edition?.pages ?? []) {
      const page = await this.pages.stateIn(tables, id)
      if (page.ok) columns.push({ number, column: baseColumnOf(page.value.layout.paper) })
    }
    return columns
  }

  /** The base column of the paper that the newsroom usually prints: the first of its papers. */
  async usual(tables: Tables): Promise<BaseColumn> {
    return baseColumnOf((await allPapers(tables))[0]!)
  }

  /** Where a story of this place is counted. */
  async of(tables: Tables, place: RowPlace): Promise<BaseColumn> {
    const pages = place.editionId === null ? [] : await this.ofPages(tables, place.editionId)
    return columnOfPlace(place, pages, await this.usual(tables))
  }

  /**
   * Counts a story where it belongs, if it is counted elsewhere: the row as it is then, or as it was. Nobody has
   * changed the story, so it bears nobody's mark. A damaged story keeps the lines that it had.
   */
  async countAnew(tables: Tables, row: BudgetRow): Promise<BudgetRow> {
    const column = await this.of(tables, row)
    if (isSameColumn(column, row.baseColumn)) return row
    try {
      const { lines } = (await this.authority.documentIn(tables, row)).linesIn(column)
      return await changeLines(tables, row.id, { lines, baseColumn: column })
    } catch (error) {
      if (error instanceof DamagedLog) return row
      throw error
    }
  }
}
