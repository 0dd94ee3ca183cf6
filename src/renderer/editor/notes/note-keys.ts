import type { Command } from 'prosemirror-state'
import type { Command as DeskCommand } from '../../ui/room-commands'
import { useNotes } from './notes-keeper'

const keeper = () => useNotes.getState().keeper

/** Keys of the sheet for notes. */
export const noteKeys: Readonly<Record<string, Command>> = {
  'Mod-Alt-m': () => (keeper()?.begin('desk'), true),
  'Mod-Alt-l': () => (keeper()?.begin('layout'), true),
  'Mod-Alt-j': () => (keeper()?.next(), true),
}

/** The same for Ctrl K. */
export const noteCommands: readonly DeskCommand[] = [
  { title: '批注选中的文字', shortcut: 'Ctrl Alt M', run: () => keeper()?.begin('desk') },
  { title: '给版面留话', shortcut: 'Ctrl Alt L', run: () => keeper()?.begin('layout') },
  { title: '下一条批注', shortcut: 'Ctrl Alt J', run: () => keeper()?.next() },
]
