import { TextSelection, type Command, type Transaction } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import { storySchema } from '../../../shared/story/schema'
import type { TakenPhoto } from '../../newsroom/take-photo'
import { photoAt, photoAtCaret } from './photo-places'

const { nodes } = storySchema

const words = (text: string) => (text === '' ? [] : [storySchema.text(text)])

/** A photo as it comes into a story, with the words that its file brought. */
export const photoNode = ({ image, width, height, facts }: TakenPhoto): Node =>
  nodes.photo.create({ image, width, height }, [
    nodes.caption.create(null, words(facts.caption)),
    nodes.credit.create(null, words(facts.credit)),
  ])

/**
 * Puts another picture in the place of a photo's own, or the first one where it only announces it. Caption and
 * credit stay; where they are empty, those of the file come.
 */
export function fillPhoto(
  tr: Transaction,
  pos: number,
  { image, width, height, facts }: TakenPhoto,
): Transaction {
  const photo = photoAt(tr.doc, pos)
  if (!photo) return tr
  const [caption, credit] = [photo.node.child(0), photo.node.child(1)]
  const captionAt = pos + 2
  const creditAt = pos + 1 + caption.nodeSize + 1
  if (credit.content.size === 0 && facts.credit !== '') tr.insert(creditAt, storySchema.text(facts.credit))
  if (caption.content.size === 0 && facts.caption !== '')
    tr.insert(captionAt, storySchema.text(facts.caption))
  return tr.setNodeMarkup(pos, null, { image, width, height })
}

/** Photos into a story at one place, in their order. Where `fills`, the photo that stands there takes the first. */
export function insertPhotos(
  tr: Transaction,
  place: number,
  fills: boolean,
  taken: readonly TakenPhoto[],
): Transaction {
  const [first, ...rest] = taken
  if (!first) return tr
  if (!fills || !photoAt(tr.doc, place)) return tr.insert(place, taken.map(photoNode))
  fillPhoto(tr, place, first)
  const filled = tr.doc.nodeAt(place)
  return rest.length === 0 || !filled ? tr : tr.insert(place + filled.nodeSize, rest.map(photoNode))
}

/** Puts the photo that holds the caret before the part above it (-1) or behind the one below (1). */
export const movePhoto =
  (direction: -1 | 1): Command =>
  (state, dispatch) => {
    const photo = photoAtCaret(state)
    if (!photo) return false
    const { pos, node } = photo
    const $pos = state.doc.resolve(pos)
    const index = $pos.index()
    const beside = state.doc.maybeChild(index + direction)
    if (!beside || !beside.type.isInGroup('block')) return false
    if (dispatch) {
      const to = direction === -1 ? pos - beside.nodeSize : pos + beside.nodeSize
      const caret = state.selection.head - pos
      const tr = state.tr.delete(pos, pos + node.nodeSize).insert(to, node)
      dispatch(tr.setSelection(TextSelection.create(tr.doc, to + caret)).scrollIntoView())
    }
    return true
  }

/** Puts the caret at the end of a photo's caption. */
export function toPhoto(tr: Transaction, pos: number): Transaction {
  const photo = photoAt(tr.doc, pos)
  if (!photo) return tr
  return tr.setSelection(TextSelection.create(tr.doc, pos + 2 + photo.node.child(0).content.size))
}
