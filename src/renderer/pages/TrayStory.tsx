import { titleOf } from '../../shared/budget/story-names'
import { storyStateNames } from '../../shared/budget/story-state'
import type { BudgetRow } from '../../shared/contract'
import { stateTones } from '../budget/state-tone'
import type { TrayItem } from './tray-drop'
import { factsOf } from './tray-words'
import { TrayLine } from './TrayLine'

interface Props {
  readonly pageId: string
  readonly row: BudgetRow
  /** Null while its text has not come. */
  readonly item: TrayItem | null
  onPress(): void
}

/** A waiting story: its whole head, and under it what it is, how long, with how many photos, and where it stands. */
export function TrayStory({ pageId, row, item, onPress }: Props) {
  const title = titleOf(row)
  return (
    <TrayLine
      pageId={pageId}
      item={item}
      title={title}
      storyId={row.id}
      menuId={row.id}
      className="tray-story"
      onPress={onPress}
    >
      <span className={row.headline.trim() === '' ? 'tray-head untitled' : 'tray-head'}>{title}</span>
      <span className="tray-facts">
        <span className="quiet" title={`${row.lines} 行，每行 ${row.baseColumn.measure} 字`}>
          {factsOf(row)}
        </span>
        <em className={`tag ${stateTones[row.state]}`}>{storyStateNames[row.state]}</em>
      </span>
    </TrayLine>
  )
}
