import { Button, Dropdown } from 'antd'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { addableParts, bindingName } from './part-adding'
import './parts.css'

interface Props {
  readonly view: EditorView | null
  readonly state: EditorState | null
}

/** ＋: every part that a story can have; where it is there, the caret goes to it. */
export function AddPartMenu({ view, state }: Props) {
  const items = addableParts.map(part => ({
    key: part.key,
    disabled: !state || !part.command(state),
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
