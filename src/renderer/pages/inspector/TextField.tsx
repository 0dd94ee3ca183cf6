import { Input } from 'antd'
import { useId, useState } from 'react'

interface Props {
  readonly name: string
  readonly value: string
  readonly most: number
  readonly placeholder?: string
  /** More than one line. */
  readonly isLong?: boolean
  /** The words as they are to be: at Enter, or when the field is left. */
  onSet(words: string): void
}

/** Words of the page, taken with Enter or by leaving the field; Escape leaves them as they were. */
export function TextField({ name, value, most, placeholder, isLong, onSet }: Props) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const settle = () => {
    if (draft === null) return
    setDraft(null)
    // A page's words are one line of text.
    const words = draft.replace(/\s*\n\s*/g, '').trim()
    if (words !== value) onSet(words)
  }
  const shared = {
    id,
    size: 'small',
    'aria-label': name,
    value: draft ?? value,
    maxLength: most,
    placeholder,
    onBlur: settle,
    onPressEnter: (event: { preventDefault(): void; nativeEvent: unknown }) => {
      if ((event.nativeEvent as KeyboardEvent).isComposing) return
      event.preventDefault()
      settle()
    },
  } as const
  const keys = (event: { key: string; stopPropagation(): void }) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setDraft(null)
  }
  return (
    <>
      <label className="field-name" htmlFor={id}>
        {name}
      </label>
      {isLong ? (
        <Input.TextArea
          {...shared}
          className="wide-field"
          autoSize={{ minRows: 1, maxRows: 4 }}
          onKeyDown={keys}
          onChange={event => setDraft(event.target.value)}
        />
      ) : (
        <Input
          {...shared}
          className="wide-field"
          onKeyDown={keys}
          onChange={event => setDraft(event.target.value)}
        />
      )}
    </>
  )
}
