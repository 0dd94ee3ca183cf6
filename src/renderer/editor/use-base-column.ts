import { useShallow } from 'zustand/react/shallow'
import { baseColumnOf, type BaseColumn } from '../../shared/budget/base-column'
import { defaultPaperId, paperOf } from '../../shared/page/paper'
import { useNewsroom } from '../newsroom/newsroom'

/** Until the story's row is here. */
const unknown = baseColumnOf(paperOf(defaultPaperId))

/** The base column of a story's paper, in which the newsroom counts it; another object only where it is another column. */
export const useBaseColumn = (storyId: string): BaseColumn =>
  useNewsroom(useShallow(s => s.rows.find(row => row.id === storyId)?.baseColumn ?? unknown))
