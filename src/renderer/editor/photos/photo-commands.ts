import type { Command as EditorCommand } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect } from 'react'
import { offerCommands, type Command } from '../../ui/room-commands'
import { removePhoto } from '../part-keys'
import { choosePhotos, chooseReplacement } from './choose-photos'
import { movePhoto } from './photo-changes'
import { photoAtCaret } from './photo-places'
import { usePhotoNote } from './take-photos'

/** Keys of photos in the sheet; they work where the caret stands in a photo's words. */
export const photoKeys: Readonly<Record<string, EditorCommand>> = {
  'Alt-ArrowUp': movePhoto(-1),
  'Alt-ArrowDown': movePhoto(1),
  'Mod-Alt-r': (state, _dispatch, view) => {
    if (!photoAtCaret(state) || !view) return false
    void chooseReplacement(view)
    return true
  },
  'Mod-Alt-d': removePhoto,
}

const noPhotoHere = {
  code: 'photo.none-here',
  message: '光标不在图片里，没有改动。',
  remedy: '请先点一下那张图片。',
}

/** What Ctrl K does with photos while a story is open. */
export function usePhotoCommands(view: EditorView | null): void {
  useEffect(() => {
    if (!view) return undefined
    const run = (command: EditorCommand) => {
      const isDone = command(view.state, view.dispatch.bind(view), view)
      if (!isDone && !photoAtCaret(view.state)) usePhotoNote.setState({ failure: noPhotoHere })
      view.focus()
    }
    const offered: Command[] = [
      { title: '加图片', shortcut: '', run: () => void choosePhotos(view) },
      { title: '换这张图片', shortcut: 'Ctrl Alt R', run: () => run(photoKeys['Mod-Alt-r']!) },
      { title: '图片上移', shortcut: 'Alt ↑', run: () => run(movePhoto(-1)) },
      { title: '图片下移', shortcut: 'Alt ↓', run: () => run(movePhoto(1)) },
      { title: '去掉这张图片', shortcut: 'Ctrl Alt D', run: () => run(removePhoto) },
    ]
    return offerCommands(offered)
  }, [view])
}
