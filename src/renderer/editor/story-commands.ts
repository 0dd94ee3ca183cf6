import type { EditorView } from 'prosemirror-view'
import type { Command } from '../ui/room-commands'
import { addableParts, bindingName } from './parts/part-adding'
import { changeTextSize } from './text-size'

/** What the story room opens beside the sheet. */
export interface StoryRoom {
  find(): void
  goTo(): void
}

/** What Ctrl K runs while a story is open. */
export function storyCommands(view: EditorView, room: StoryRoom): readonly Command[] {
  const parts = addableParts.map(({ name, binding, command }): Command => ({
    title: `稿件：${name}`,
    shortcut: bindingName(binding),
    run: () => {
      command(view.state, view.dispatch, view)
      // The search box gives the focus back when it has closed.
      setTimeout(() => view.focus(), 0)
    },
  }))
  return [
    ...parts,
    { title: '查找替换', shortcut: 'Ctrl F', run: room.find },
    { title: '到第几段', shortcut: 'Ctrl G', run: room.goTo },
    { title: '稿纸字大些', shortcut: 'Ctrl +', run: () => changeTextSize(1) },
    { title: '稿纸字小些', shortcut: 'Ctrl −', run: () => changeTextSize(-1) },
    { title: '稿纸字还原', shortcut: 'Ctrl 0', run: () => changeTextSize('usual') },
  ]
}

/** The room's own keys, wherever the caret is; whether the event was one of them. */
export function runStoryKey(event: KeyboardEvent, room: StoryRoom): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  switch (event.key.toLowerCase()) {
    case 'f':
      room.find()
      return true
    case 'g':
      room.goTo()
      return true
    case '=':
    case '+':
      changeTextSize(1)
      return true
    case '-':
    case '_':
      changeTextSize(-1)
      return true
    case '0':
      changeTextSize('usual')
      return true
    default:
      return false
  }
}
