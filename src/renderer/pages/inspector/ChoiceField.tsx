import { Select } from 'antd'
import type { ReactNode } from 'react'

interface Option<V> {
  readonly value: V
  readonly label: ReactNode
}

interface Props<V extends string | number> {
  /** 主题 */
  readonly name: string
  readonly value: V
  readonly options: readonly Option<V>[]
  /** More than its short name for those who only hear it. */
  readonly said?: string
  onChange(value: V): void
}

/** One of a few, in the grid of fields: its name, and a list that opens. */
export function ChoiceField<V extends string | number>({ name, value, options, said, onChange }: Props<V>) {
  return (
    <>
      <span className="field-name" aria-hidden>
        {name}
      </span>
      <Select<V>
        size="small"
        aria-label={said ?? name}
        className="choice-field"
        popupMatchSelectWidth={false}
        value={value}
        options={options.map(({ value, label }) => ({ value, label }))}
        onChange={onChange}
      />
    </>
  )
}
