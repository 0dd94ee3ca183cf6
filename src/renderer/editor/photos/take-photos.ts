import { closeHistory } from 'prosemirror-history'
import type { EditorView } from 'prosemirror-view'
import { create } from 'zustand'
import type { Failure } from '../../../shared/contract'
import { failureOf } from '../../newsroom/client'
import { takePhoto, type TakenPhoto } from '../../newsroom/take-photo'
import { freePlace, keepPlace, keptPlace } from './photo-arrivals'
import { fillPhoto, insertPhotos, toPhoto } from './photo-changes'
import { nearestPhotoPlace, photoAt, photoPlaceAtCaret } from './photo-places'

/** Why photos did not come into the story, in place above the sheet. */
export const usePhotoNote = create<{ readonly failure: Failure | null }>(() => ({ failure: null }))

const say = (failure: Failure | null): void => usePhotoNote.setState({ failure })

/** Where photos go: between two parts, or with `fills` into the photo that begins there. */
export interface PhotoTarget {
  readonly at: number
  readonly fills: boolean
}

/** Photos on their way into an editor. */
const onTheirWay = new WeakMap<EditorView, Set<Promise<void>>>()

/** Resolves when no photo is on its way into this editor any more. */
export async function photosHaveCome(view: EditorView): Promise<void> {
  const all = onTheirWay.get(view)
  if (!all || all.size === 0) return
  await Promise.all(all)
  await photosHaveCome(view)
}

/** Does work that an editor must outlive. */
export function outlived(view: EditorView, work: Promise<void>): Promise<void> {
  const all = onTheirWay.get(view) ?? new Set()
  onTheirWay.set(view, all)
  const ending = work.finally(() => all.delete(ending))
  all.add(ending)
  return ending
}

/** What came of files, in their order. */
export interface TakenFiles {
  readonly taken: readonly (TakenPhoto | null)[]
  readonly failures: readonly { readonly name: string; readonly failure: Failure }[]
}

/** Gives files to the photo store one after the other; null stands for one that was refused. */
export async function takeFiles(files: readonly File[]): Promise<TakenFiles> {
  const taken: (TakenPhoto | null)[] = []
  const failures: { name: string; failure: Failure }[] = []
  for (const file of files) {
    try {
      taken.push(await takePhoto(file))
    } catch (error) {
      taken.push(null)
      failures.push({ name: file.name, failure: failureOf(error) })
    }
  }
  return { taken, failures }
}

/** One failure is told as it is; of several, which files they are and why. */
export function tellFailures(all: number, failures: TakenFiles['failures']): void {
  const [first] = failures
  if (!first || all === 1) {
    say(first?.failure ?? null)
    return
  }
  const shown = failures.slice(0, 4).map(({ name, failure }) => `${name}：${failure.message}`)
  const more = failures.length > shown.length ? `另有 ${failures.length - shown.length} 张。` : ''
  say({
    code: 'photo.some',
    message: `${all} 张图片收下 ${all - failures.length} 张，${failures.length} 张没有收。`,
    remedy: shown.join('') + more,
  })
}

/**
 * Takes files into the story as photos, in their order, as one step to undo. Their place is kept while they are on
 * their way; the caret goes into the first one's caption unless it was put elsewhere meanwhile.
 */
export function takePhotos(view: EditorView, files: readonly File[], target?: PhotoTarget): Promise<void> {
  if (files.length === 0) return Promise.resolve()
  const id = crypto.randomUUID()
  const { at, fills } = target ?? { at: photoPlaceAtCaret(view.state), fills: false }
  view.dispatch(
    keepPlace(view.state.tr, id, at, files.length === 1 ? '正在收图片…' : `正在收 ${files.length} 张图片…`),
  )
  const before = view.state.selection
  const work = async () => {
    const { taken, failures } = await takeFiles(files)
    const photos = taken.filter(photo => photo !== null)
    if (view.isDestroyed) return
    const place = keptPlace(view.state, id)
    const tr = freePlace(view.state.tr, id)
    if (photos.length > 0) {
      const wanted = place ?? photoPlaceAtCaret(view.state)
      const isThere = fills && photoAt(tr.doc, wanted) !== null
      const to = isThere ? wanted : nearestPhotoPlace(tr.doc, wanted)
      insertPhotos(closeHistory(tr), to, isThere, photos)
      if (view.state.selection.eq(before)) toPhoto(tr, to).scrollIntoView()
    }
    view.dispatch(tr)
    tellFailures(files.length, failures)
  }
  return outlived(view, work())
}

/** Puts another picture in the place of a photo's own; its words stay, and empty ones are filled. */
export function replacePhoto(view: EditorView, pos: number, file: File): Promise<void> {
  const id = crypto.randomUUID()
  view.dispatch(keepPlace(view.state.tr, id, pos, '正在换图片…'))
  const work = async () => {
    const { taken, failures } = await takeFiles([file])
    if (view.isDestroyed) return
    const place = keptPlace(view.state, id)
    const tr = freePlace(view.state.tr, id)
    if (taken[0] && place !== null) fillPhoto(closeHistory(tr), place, taken[0])
    view.dispatch(tr)
    tellFailures(1, failures)
  }
  return outlived(view, work())
}
