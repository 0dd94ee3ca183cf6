import type { Change, ChangeSet } from 'prosemirror-changeset'
import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Hand } from '../../../shared/story/trail/trail'

/** How a hand is shown: his colour, and his name with the time. */
export type HandLook = (hand: Hand) => { readonly colour: string; readonly title: string }

/**
 * A trail's changes over the text: what came in is underlined in its hand's colour, what went out stands struck
 * through beside its place. It is never part of the text: no caret goes in, no copy takes it along.
 */
export function decorationsOf(changes: ChangeSet<Hand> | null, doc: Node, look: HandLook): DecorationSet {
  if (!changes || changes.changes.length === 0) return DecorationSet.empty
  const found: Decoration[] = []
  for (const change of changes.changes) {
    let from = change.fromB
    for (const span of change.inserted) {
      found.push(...inserted(doc, from, from + span.length, look(span.data)))
      from += span.length
    }
    let start = change.fromA
    for (const span of change.deleted) {
      const words = deletedWords(changes.startDoc, start, start + span.length)
      if (words !== '') found.push(deleted(change, words, span.data, look))
      start += span.length
    }
  }
  return DecorationSet.create(doc, found)
}

/** What a range of the base reads as: the text, ¶ where a part ended, 〔图〕 for a photo. */
export function deletedWords(base: Node, from: number, to: number): string {
  let words = ''
  base.nodesBetween(from, to, (node, pos) => {
    if (node.isText) {
      words += node.text!.slice(Math.max(0, from - pos), to - pos)
    } else if (node.type.name === 'photo' && pos >= from) {
      words += '〔图〕'
    } else if (node.isTextblock && pos >= from && pos > 0 && words !== '') {
      words += '¶'
    }
    return true
  })
  // Only borders of parts: a paragraph mark that was taken out.
  return words === '' && to > from ? '¶' : words
}

function inserted(
  doc: Node,
  from: number,
  to: number,
  { colour, title }: ReturnType<HandLook>,
): Decoration[] {
  const attributes = { class: 'came-in', style: `--hand: ${colour}`, title }
  const found = [Decoration.inline(from, to, attributes)]
  // A part that came in, or became another: its start lies in the range.
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, pos) => {
    if (pos >= from && pos < to && node.isBlock) {
      const part = { class: 'part-came-in', style: `--hand: ${colour}`, title }
      found.push(Decoration.node(pos, pos + node.nodeSize, part))
    }
    return true
  })
  return found
}

function deleted(change: Change<Hand>, words: string, hand: Hand, look: HandLook): Decoration {
  const { colour, title } = look(hand)
  const draw = () => {
    const mark = document.createElement('span')
    mark.className = 'went-out'
    mark.contentEditable = 'false'
    mark.style.setProperty('--hand', colour)
    mark.title = title
    mark.textContent = words
    return mark
  }
  const key = `out ${change.fromA} ${words} ${colour}`
  // Before the caret: what is typed at the place comes after what it replaces.
  return Decoration.widget(change.fromB, draw, { side: -1, key, ignoreSelection: true })
}
