import { Button, Dropdown } from 'antd'
import type { BudgetRow } from '../../shared/contract'
import { columnOf, type ColumnKey } from '../budget/columns'
import type { ColumnView } from '../budget/columns/column'
import { isFiltering, noFilters, type ColumnFilters } from '../budget/row-filters'

interface Props {
  /** All that waits: what can be filtered by is what there is. */
  readonly rows: readonly BudgetRow[]
  readonly view: ColumnView
  readonly filters: ColumnFilters
  onFilter(filters: ColumnFilters): void
}

/** By what a page desk picks from what waits. */
const filterable: readonly ColumnKey[] = ['genre', 'state']

const keyOf = (column: ColumnKey, value: string) => `${column} ${value}`

/** Which of the waiting stories are shown: by 体裁 and 状态, several of each. */
export function TrayFilter({ rows, view, filters, onFilter }: Props) {
  const groups = filterable.map(key => {
    const { title, filter } = columnOf(key)
    return { key, title, choices: filter?.choices(rows, view) ?? [] }
  })
  const toggle = (pressed: string) => {
    const column = filterable.find(key => pressed.startsWith(`${key} `))
    if (!column) return
    const value = pressed.slice(column.length + 1)
    const chosen = filters[column] ?? []
    const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value]
    onFilter({ ...filters, [column]: next })
  }
  const isSet = isFiltering(filters)
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        multiple: true,
        selectable: true,
        selectedKeys: filterable.flatMap(key => (filters[key] ?? []).map(value => keyOf(key, value))),
        items: [
          ...groups.map(({ key, title, choices }) => ({
            type: 'group' as const,
            key,
            label: title,
            children: choices.map(({ text, value }) => ({
              key: keyOf(key, value),
              label: text,
              extra: filters[key]?.includes(value) ? '✓' : '',
            })),
          })),
          { type: 'divider' },
          { key: 'all', label: '全都显示', disabled: !isSet },
        ],
        onClick: ({ key }) => (key === 'all' ? onFilter(noFilters) : toggle(key)),
      }}
    >
      <Button size="small" type="text" aria-pressed={isSet} disabled={rows.length === 0}>
        筛选
      </Button>
    </Dropdown>
  )
}
