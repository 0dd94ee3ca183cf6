import { Button, Dropdown } from 'antd'
import type { EditorView } from 'prosemirror-view'
import { useNewsroom } from '../newsroom/newsroom'
import { useShortcutSheet } from '../ui/search'
import type { StoryRoom } from './story-commands'
import { changeTextSize, textSizeOf, textSizes } from './text-size'

/** 查看: finding, going to a paragraph, the size of the sheet's text, the keys. */
export function ViewMenu({ view, room }: { readonly view: EditorView | null; readonly room: StoryRoom }) {
  const size = useNewsroom(s => textSizeOf(s.memory))
  const item = (key: string, name: string, shortcut: string, run: () => void, disabled = false) => ({
    key,
    disabled,
    label: (
      <span className="menu-line">
        {name}
        <kbd>{shortcut}</kbd>
      </span>
    ),
    onClick: run,
  })
  return (
    <Dropdown
      trigger={['click']}
      disabled={!view}
      menu={{
        items: [
          item('find', '查找替换', 'Ctrl F', room.find),
          item('goTo', '到第几段', 'Ctrl G', room.goTo),
          { type: 'divider' },
          item('larger', '字大些', 'Ctrl +', () => changeTextSize(1), size === textSizes.at(-1)),
          item('smaller', '字小些', 'Ctrl −', () => changeTextSize(-1), size === textSizes[0]),
          item('usual', '字还原', 'Ctrl 0', () => changeTextSize('usual')),
          { type: 'divider' },
          item('keys', '快捷键', 'F1 或 ?', () => useShortcutSheet.setState({ open: true })),
        ],
      }}
    >
      <Button type="text" size="small" disabled={!view}>
        查看
      </Button>
    </Dropdown>
  )
}
