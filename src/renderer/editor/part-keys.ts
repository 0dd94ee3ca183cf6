import { baseKeymap, chainCommands, splitBlockAs } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import type { Node, ResolvedPos } from 'prosemirror-model'
import { Selection, TextSelection, type Command } from 'prosemirror-state'
import { storySchema } from '../../shared/story/schema'
import { deleteAcrossParts } from './delete-parts'

const { nodes } = storySchema

/** Parts that are one line of their own: Enter leaves them, Backspace at their start does not join them. */
const singleLines = new Set(['kicker', 'headline', 'deck', 'caption', 'credit', 'byline'])

const caret = (doc: Node, pos: number, bias: -1 | 1 = 1) => Selection.near(doc.resolve(pos), bias)

/** Start of the next textblock after the one that holds `$pos`, or null at the end of the story. */
function nextTextStart($pos: ResolvedPos, doc: Node): number | null {
  const found = Selection.findFrom(doc.resolve($pos.after()), 1, true)
  return found ? found.from : null
}

/** Parts of several lines: one melts into the next of its own kind. */
const melts = new Set(['paragraph', 'related'])

/** Blocks that are set off from the text: Enter at their end goes on with the text below. */
const setOff = new Set(['crosshead', 'summary', 'editorNote'])

/** Enter in a one-line part goes to the next part; after a credit or what is set off the body goes on. */
export const enter: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const part = $from.parent
  if (setOff.has(part.type.name) && part.content.size === 0) {
    dispatch?.(state.tr.setBlockType($from.before(), $from.after(), nodes.paragraph))
    return true
  }
  if (part.type === nodes.related && part.content.size === 0) return leaveRelated(state, dispatch)
  if (setOff.has(part.type.name) && $from.sameParent($to) && $from.parentOffset === part.content.size) {
    if (dispatch) {
      const below = state.doc.nodeAt($from.after())
      const isWaiting = below?.type === nodes.paragraph && below.content.size === 0
      const tr = isWaiting ? state.tr : state.tr.insert($from.after(), nodes.paragraph.create())
      dispatch(tr.setSelection(caret(tr.doc, $from.after() + 1)).scrollIntoView())
    }
    return true
  }
  if (!singleLines.has(part.type.name)) return false
  if (!$from.sameParent($to)) return true
  if (!dispatch) return true
  const tr = state.tr
  if (part.type === nodes.credit) {
    // The text goes on below the photo; at the story's end a paragraph is made for it.
    const after = $from.after(-1)
    if (tr.doc.nodeAt(after)?.type !== nodes.paragraph) tr.insert(after, nodes.paragraph.create())
    tr.setSelection(caret(tr.doc, after + 1))
  } else {
    const next = nextTextStart($from, tr.doc)
    if (next !== null) tr.setSelection(TextSelection.create(tr.doc, next))
  }
  dispatch(tr.scrollIntoView())
  return true
}

/** An empty line of 相关链接 goes; the caret stands at the end of what is before it. */
const leaveRelated: Command = (state, dispatch) => {
  const { $from } = state.selection
  if (dispatch) {
    const tr = state.tr.delete($from.before(), $from.after())
    dispatch(tr.setSelection(caret(tr.doc, $from.before() - 1, -1)).scrollIntoView())
  }
  return true
}

/** Backspace at the start of a part never melts two parts: the caret goes to the end of the one before. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || !$from.parent.isTextblock) return false
  const part = $from.parent
  if (setOff.has(part.type.name)) {
    if (dispatch) dispatch(state.tr.setBlockType($from.before(), $from.after(), nodes.paragraph))
    return true
  }
  const before = $from.depth === 1 ? state.doc.resolve($from.before()).nodeBefore : null
  const joinsText = melts.has(part.type.name) && before !== null && before.type === part.type
  if (joinsText) return false
  if (part.type === nodes.related && part.content.size === 0) return leaveRelated(state, dispatch)
  if (part.type === nodes.paragraph && before?.type === nodes.photo && part.content.size > 0) {
    // Text after a photo: going back must not delete the photo unseen.
    if (dispatch) dispatch(state.tr.setSelection(caret(state.doc, $from.before() - 1, -1)))
    return true
  }
  if (!dispatch) return true
  const tr = state.tr
  const others = blockCount(state.doc)
  if (part.type === nodes.paragraph && part.content.size === 0 && others > 1) {
    tr.delete($from.before(), $from.after())
    dispatch(tr.setSelection(caret(tr.doc, Math.max(0, $from.before() - 1), -1)).scrollIntoView())
    return true
  }
  const previous = Selection.findFrom(state.doc.resolve($from.before()), -1, true)
  if (previous) dispatch(tr.setSelection(TextSelection.create(tr.doc, previous.to)).scrollIntoView())
  return true
}

/** Delete at the end of a part: paragraphs join, other parts stay whole. */
export const deleteAtEnd: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const part = $from.parent
  if (!empty || !part.isTextblock || $from.parentOffset < part.content.size) return false
  const after = $from.depth === 1 ? state.doc.resolve($from.after()).nodeAfter : null
  if (melts.has(part.type.name) && after?.type === part.type) return false
  const next = nextTextStart($from, state.doc)
  if (dispatch && next !== null) dispatch(state.tr.setSelection(TextSelection.create(state.doc, next)))
  return true
}

function blockCount(doc: Node): number {
  let count = 0
  doc.forEach(node => {
    if (node.type.isInGroup('block')) count++
  })
  return count
}

/**
 * Starts of the parts that Tab travels between: the heads, what is set off, the body's first line, each photo's
 * words, the byline, the first of the links.
 */
function stops(doc: Node): number[] {
  const found: number[] = []
  let body = false
  let links = false
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.type === nodes.paragraph || node.type === nodes.crosshead
    const link = node.type === nodes.related
    if ((!text || !body) && (!link || !links)) found.push(pos + 1)
    if (text) body = true
    if (link) links = true
    return false
  })
  return found
}

/** Tab and Shift Tab: the next or previous part, the caret at its end where there is text. */
export const travel =
  (direction: 1 | -1): Command =>
  (state, dispatch) => {
    const here = state.selection.$from.start()
    const places = stops(state.doc)
    const to = direction === 1 ? places.find(pos => pos > here) : places.findLast(pos => pos < here)
    if (dispatch && to !== undefined) {
      const $to = state.doc.resolve(to)
      const end = $to.parent.type === nodes.paragraph ? to : $to.end()
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView())
    }
    return true
  }

/** A paragraph becomes a crosshead and back. */
export const toggleCrosshead: Command = (state, dispatch) => {
  const { $from } = state.selection
  const part = $from.parent
  if (part.type !== nodes.paragraph && part.type !== nodes.crosshead) return false
  const to = part.type === nodes.paragraph ? nodes.crosshead : nodes.paragraph
  if (dispatch) {
    const tr = state.tr
    if (to === nodes.crosshead) tr.removeMark($from.start(), $from.end(), storySchema.marks.dateline)
    dispatch(tr.setBlockType($from.before(), $from.after(), to))
  }
  return true
}

/** A photo's place after the block that holds the caret, the caret in its caption. */
export function insertPhoto(image: string | null, width: number, height: number): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const inBody = $from.depth > 0 && $from.node(1).type.isInGroup('block')
    let at = inBody ? $from.after(1) : 0
    if (!inBody) {
      state.doc.forEach((node, offset) => {
        if (at === 0 && node.type.isInGroup('block')) at = offset + node.nodeSize
      })
    }
    if (dispatch) {
      const photo = nodes.photo.create({ image, width, height }, [
        nodes.caption.create(),
        nodes.credit.create(),
      ])
      const tr = state.tr.insert(at, photo)
      dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
    }
    return true
  }
}

/** Takes the photo that holds the caret out of the story; the original stays in the photo store. */
export const removePhoto: Command = (state, dispatch) => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type !== nodes.photo) continue
    if (dispatch) {
      const tr = state.tr
      const start = $from.before(depth)
      if (blockCount(state.doc) > 1) tr.delete(start, $from.after(depth))
      else tr.replaceWith(start, $from.after(depth), nodes.paragraph.create())
      dispatch(tr.setSelection(caret(tr.doc, start, -1)).scrollIntoView())
    }
    return true
  }
  return false
}

/**
 * Another paragraph, or another line of 相关链接. Told outright what comes: the type that the schema names first after
 * a block is the byline, of which there is one.
 */
const splitBlock = splitBlockAs(part => ({ type: part.type }))

/** All keys of the story sheet. */
export const storyKeys: Readonly<Record<string, Command>> = {
  ...baseKeymap,
  Enter: chainCommands(deleteAcrossParts, enter, splitBlock),
  'Mod-Enter': enter,
  'Shift-Enter': chainCommands(enter, splitBlock),
  // What the desk set right while typing goes back first.
  Backspace: chainCommands(
    undoInputRule,
    deleteAcrossParts,
    backspaceAtStart,
    baseKeymap['Backspace'] as Command,
  ),
  'Mod-Backspace': chainCommands(deleteAcrossParts, backspaceAtStart, baseKeymap['Mod-Backspace'] as Command),
  Delete: chainCommands(deleteAcrossParts, deleteAtEnd, baseKeymap['Delete'] as Command),
  'Mod-Delete': chainCommands(deleteAcrossParts, deleteAtEnd, baseKeymap['Mod-Delete'] as Command),
  Tab: travel(1),
  'Shift-Tab': travel(-1),
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
  // Everything saves itself; the key that hands are used to must not open the browser's dialog.
  'Mod-s': () => true,
}
