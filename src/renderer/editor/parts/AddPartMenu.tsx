import { Button, Dropdown } from 'antd'
import type { EditorView } from 'prosemirror-view'
import { addableParts, bindingName } from './part-adding'
import './parts.css'

interface Props {
  readonly view: EditorView | null
  /** As `addableNow` says it. */
  readonly addable: string
}

/** ＋: every part that a story can have; where it is there, the caret goes to it. */
export function AddPartMenu({ view, addable }: Props) {
  const items = addableParts.map((part, at) => ({
    key: part.key,
    disabled: addable[at] !== '1',
    label: (
      <span className="add-part">
        {part.name}
        <small>{part.hint}</small>
        <kbd>{bindingName(part.binding)}</kbd>
      </span>
    ),
  }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const part = addableParts.find(one => one.key === key)
          if (!view || !part) return
          part.command(view.state, view.dispatch, view)
          // The menu gives the focus back to its button when it has closed.
          setTimeout(() => view.focus(), 0)
        },
      }}
    >
      <Button type="text" size="small" disabled={!view} aria-label="加部分">
        ＋ 部分
      </Button>
    </Dropdown>
  )
}
