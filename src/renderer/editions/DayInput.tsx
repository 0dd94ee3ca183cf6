import { Input } from 'antd'
import { useState } from 'react'

/** A day that there is, as YYYY-MM-DD; empty where the text is none. 2026.11.5 and 2026/11/5 are read too. */
export function readDay(text: string): string {
  const found = /^\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/.exec(text)
  if (!found) return ''
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return ''
  return date.toISOString().slice(0, 10)
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

interface Props {
  /** YYYY-MM-DD; empty while the text is no day. */
  readonly value: string
  onChange(value: string): void
}

/** A day, typed: a date is quicker to write than to click, and the weekday behind it shows a slip at once. */
export function DayInput({ value, onChange }: Props) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (value !== '') setText(value)
  }
  return (
    <Input
      aria-label="日期"
      className="day-input"
      value={text}
      status={value === '' ? 'error' : ''}
      suffix={value === '' ? '' : weekdays[new Date(`${value}T00:00:00Z`).getUTCDay()]}
      onChange={event => {
        setText(event.target.value)
        const day = readDay(event.target.value)
        setKnown(day)
        onChange(day)
      }}
    />
  )
}
