import { Input, type InputRef } from 'antd'
import { useRef, useState, type KeyboardEvent, type Ref } from 'react'

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  onChange(value: string): void
  /** Keys that the list below understands; true when it took the key. */
  onKey?(event: KeyboardEvent): boolean
  readonly ref?: Ref<InputRef>
}

/** A search field that keeps still while an input method is composing. */
export function SearchField({ label, placeholder, value, onChange, onKey, ref }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const composing = useRef(false)
  return (
    <Input
      ref={ref}
      size="small"
      allowClear
      className="search-field"
      aria-label={label}
      placeholder={placeholder}
      maxLength={200}
      value={draft ?? value}
      onChange={event => {
        if (composing.current) setDraft(event.target.value)
        else onChange(event.target.value)
      }}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={event => {
        composing.current = false
        setDraft(null)
        onChange(event.currentTarget.value)
      }}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && value !== '') onChange('')
        else if (!onKey?.(event)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
