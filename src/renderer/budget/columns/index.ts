import { authorColumn } from './author-column'
import { changedColumn } from './changed-column'
import { charactersColumn } from './characters-column'
import type { BudgetColumn } from './column'
import { deadlineColumn } from './deadline-column'
import { editorColumn } from './editor-column'
import { genreColumn } from './genre-column'
import { headlineColumn } from './headline-column'
import { linesColumn } from './lines-column'
import { noteColumn } from './note-column'
import { numberColumn } from './number-column'
import { photosColumn } from './photos-column'
import { placeColumn } from './place-column'
import { slugColumn } from './slug-column'
import { stateColumn } from './state-column'

const inOrder = [
  numberColumn,
  headlineColumn,
  slugColumn,
  genreColumn,
  charactersColumn,
  linesColumn,
  placeColumn,
  authorColumn,
  editorColumn,
  stateColumn,
  deadlineColumn,
  photosColumn,
  noteColumn,
  changedColumn,
] as const

export type ColumnKey = (typeof inOrder)[number]['key']
export type TableColumn = BudgetColumn<ColumnKey>

/** The columns of the budget table, in the order in which they stand. */
export const columns: readonly TableColumn[] = inOrder

const byKey = new Map<ColumnKey, TableColumn>(columns.map(column => [column.key, column]))

export const columnOf = (key: ColumnKey): TableColumn => byKey.get(key)!

/** The column that takes what the others leave, is always shown, and is where the keys begin. */
export const mainColumn: TableColumn = columns.find(column => column.width === 'rest')!

/** The column whose heads the table can stand under. */
export const groupingColumn = placeColumn
