import { Button, Dropdown } from 'antd'
import type { BudgetRow } from '../../shared/contract'
import { SelectedFilesMenu } from '../story-files/SelectedFilesMenu'
import { startImport } from '../newsroom/newsroom'
import { useMay } from '../newsroom/use-may'
import { restoreStories, trashStories } from './budget-actions'
import { NewStoryButton } from './NewStoryButton'
import { QuickViews } from './QuickViews'
import { columns, mainColumn, type ColumnKey } from './columns'
import type { ColumnView } from './columns/column'
import { SelectedEdits } from './SelectedEdits'
import { SearchField } from './SearchField'
import { select, showTrash, useTable } from './table-state'

interface Props {
  readonly rows: readonly BudgetRow[]
  readonly selected: readonly BudgetRow[]
  readonly view: ColumnView
  readonly grouped: boolean
  readonly shown: readonly ColumnKey[]
  onGroup(grouped: boolean): void
  onColumns(shown: readonly ColumnKey[]): void
}

/** The one bar over the table: views, search, and what can be done; with stories selected, done to them. */
export function BudgetBar({ rows, selected, view: columnView, grouped, shown, onGroup, onColumns }: Props) {
  const trash = useTable(s => s.trash)
  const view = useTable(s => s.view)
  const query = useTable(s => s.query)
  const toMove = useMay(trash ? 'stories.restore' : 'stories.trash', selected)
  const search = (
    <SearchField
      label="在稿库中查找"
      placeholder="稿号、标题、作者、正文"
      value={query}
      onChange={next => useTable.setState({ query: next })}
    />
  )
  if (selected.length > 0) {
    const done = () => select([])
    const move = async () => {
      await (trash ? restoreStories(selected) : trashStories(selected))
      done()
    }
    return (
      <div className="budget-bar" role="toolbar" aria-label="选中的稿件">
        <b>已选 {selected.length} 篇</b>
        {!trash && <SelectedEdits rows={selected} view={columnView} />}
        {trash ? (
          <Button size="small" type="primary" {...toMove} onClick={() => void move()}>
            放回稿库
          </Button>
        ) : (
          <Button size="small" {...toMove} onClick={() => void move()}>
            移入废稿箱
          </Button>
        )}
        <SelectedFilesMenu rows={selected} />
        <Button size="small" type="text" onClick={done}>
          取消选择
        </Button>
        <span className="space" />
        {search}
      </div>
    )
  }
  if (trash) {
    return (
      <div className="budget-bar" role="toolbar" aria-label="废稿箱">
        <Button size="small" onClick={() => showTrash(false)}>
          ← 回稿库
        </Button>
        <b>废稿箱</b>
        <span className="faint">移来的稿件都留在这里，随时可以放回</span>
        <span className="space" />
        {search}
      </div>
    )
  }
  const toggle = (column: ColumnKey) =>
    onColumns(columns.map(one => one.key).filter(one => (one === column) !== shown.includes(one)))
  return (
    <div className="budget-bar" role="toolbar" aria-label="稿库">
      <QuickViews
        rows={rows}
        context={columnView}
        view={view}
        onChoose={one => useTable.setState({ view: one })}
      />
      <span className="space" />
      {search}
      <Button size="small" type="text" aria-pressed={grouped} onClick={() => onGroup(!grouped)}>
        按版分组
      </Button>
      <Dropdown
        trigger={['click']}
        rootClassName="column-menu"
        menu={{
          multiple: true,
          selectable: true,
          selectedKeys: [...shown],
          items: columns
            .filter(one => one !== mainColumn)
            .map(({ key, title }) => ({ key, label: title, extra: shown.includes(key) ? '✓' : '' })),
          onSelect: ({ key }) => toggle(key as ColumnKey),
          onDeselect: ({ key }) => toggle(key as ColumnKey),
        }}
      >
        <Button size="small" type="text">
          显示列
        </Button>
      </Dropdown>
      <Button size="small" type="text" onClick={() => showTrash(true)}>
        废稿箱
      </Button>
      <Button size="small" onClick={startImport}>
        导入
      </Button>
      <NewStoryButton />
    </div>
  )
}
