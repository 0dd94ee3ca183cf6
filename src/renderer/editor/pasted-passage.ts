import { closeHistory } from 'prosemirror-history'
import { Fragment, Slice, type Node } from 'prosemirror-model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping, ReplaceStep } from 'prosemirror-transform'
import { cleanPassage, type CleanedStory } from '../../shared/cleaning/clean'
import { hasPictures, type Draft } from '../../shared/cleaning/draft'
import { storySchema } from '../../shared/story/schema'
import { decide, noDecisions, type Decision, type Decisions } from '../intake/draft-decisions'
import { withoutPictures } from '../intake/html-draft'
import { deletePartwise, spansParts } from './delete-parts'

const { nodes } = storySchema

/** What was pasted last, as long as it stands as it was put. */
export interface PastedPassage {
  readonly draft: Draft
  readonly decisions: Decisions
  readonly cleaned: CleanedStory
  /** Where it stands, and what stands there: one line a paragraph or photo. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** Put into a part of one line, its lines joined by a space. */
  readonly isLine: boolean
  /** Whether its 清洗单 is open. */
  readonly isOpen: boolean
}

const key = new PluginKey<PastedPassage | null>('pasted passage')

export const pastedPassage = (state: EditorState): PastedPassage | null => key.getState(state) ?? null

/** The paragraphs between two places, and which pictures stand there; what is written under those may change. */
function standing({ doc }: Transaction, from: number, to: number): string {
  const lines: string[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    const isWhole = from <= pos && pos + node.nodeSize <= to
    if (node.type === nodes.photo && isWhole) lines.push(`[${node.attrs['image']}]`)
    else if (!node.isTextblock) return true
    else lines.push(doc.textBetween(Math.max(from, pos + 1), Math.min(to, pos + 1 + node.content.size)))
    return false
  })
  return lines.join('\n')
}

/** Remembers the passage that was pasted last, until somebody writes in it. */
export const pastedPassages = new Plugin<PastedPassage | null>({
  key,
  state: {
    init: () => null,
    apply(tr, passage) {
      const put = tr.getMeta(key) as PastedPassage | null | undefined
      if (put !== undefined) return put
      if (!passage || !tr.docChanged) return passage
      const [from, to] = [tr.mapping.map(passage.from, 1), tr.mapping.map(passage.to, -1)]
      return from <= to && standing(tr, from, to) === passage.text ? { ...passage, from, to } : null
    },
  },
})

const oneLine = (text: string) => text.replace(/[\r\n\t]+/gu, ' ')
const written = (text: string) => (text === '' ? [] : [storySchema.text(oneLine(text))])
const paragraph = (text: string): Node => nodes.paragraph.create(null, written(text))
const isPhoto = (node: Node | undefined): boolean => node?.type === nodes.photo

/** A cleaned passage as it goes into the body: paragraphs, and the photos between them. */
const bodyOf = ({ parts }: CleanedStory): Node[] =>
  parts.blocks.map(block => {
    if (block.kind !== 'photo') return paragraph(block.text)
    const { image, width, height, caption, credit } = block
    return nodes.photo.create({ image, width, height }, [
      nodes.caption.create(null, written(caption)),
      nodes.credit.create(null, written(credit)),
    ])
  })

/**
 * With an empty paragraph at an end that lies inside a paragraph while a photo stands there: a photo parts the
 * paragraph, and that is its border.
 */
const bordered = (body: readonly Node[], startsInside: boolean, endsInside: boolean): Node[] => [
  ...(startsInside && isPhoto(body[0]) ? [paragraph('')] : []),
  ...body,
  ...(endsInside && isPhoto(body.at(-1)) ? [paragraph('')] : []),
]

/** Words of one part of one line: those of a headline or a caption. */
const joined = (story: CleanedStory): string =>
  bodyOf(story)
    .map(node => node.textContent.trim())
    .filter(Boolean)
    .join(' ')

/** Puts a draft in the place of the selection, cleaned; null where there is nothing in it. One undo takes it back. */
export function pastePassage(state: EditorState, draft: Draft): Transaction | null {
  const tr = spansParts(state) ? deletePartwise(state) : state.tr
  const { $from, $to } = tr.selection
  const isLine = $from.parent.isTextblock && $from.parent.type !== nodes.paragraph && $from.sameParent($to)
  if (hasPictures(draft) && !isLine) tr.deleteSelection()
  const holdsPictures = hasPictures(draft) && tr.selection.$from.parent.type === nodes.paragraph
  const own = holdsPictures ? draft : withoutPictures(draft)
  const cleaned = cleanPassage(own)
  const body = bodyOf(cleaned)
  if (body.every(node => !isPhoto(node) && node.textContent.trim() === '')) return null
  const [from, to] = body.some(isPhoto)
    ? putPhotos(tr, body)
    : putWords(tr, isLine ? joined(cleaned) : new Slice(Fragment.from(body), 1, 1))
  const passage: PastedPassage | null =
    from > to
      ? null
      : {
          draft: own,
          decisions: noDecisions,
          cleaned,
          from,
          to,
          text: standing(tr, from, to),
          isLine,
          isOpen: false,
        }
  return closeHistory(tr).setMeta(key, passage).setMeta('paste', true).setMeta('uiEvent', 'paste')
}

/** Puts words where the selection is, the caret behind them; from where to where they stand. */
function putWords(tr: Transaction, words: string | Slice): [number, number] {
  const { from: start, to: end } = tr.selection
  const before = tr.mapping.maps.length
  if (typeof words === 'string') tr.insertText(words, start, end)
  else tr.replaceSelection(words)
  const mapping = new Mapping(tr.mapping.maps.slice(before))
  // Where whole paragraphs were put in, their words stand one place further in.
  const from = TextSelection.near(tr.doc.resolve(mapping.map(start, -1)), 1).from
  const to = TextSelection.near(tr.doc.resolve(mapping.map(end, 1)), -1).to
  tr.setSelection(TextSelection.create(tr.doc, to))
  return [from, to]
}

/**
 * Puts paragraphs and photos where the caret stands in a paragraph, and the caret behind them. What is left of the
 * paragraph on either side stays; a side without words goes, unless there would be no paragraph to go on in.
 */
function putPhotos(tr: Transaction, body: readonly Node[]): [number, number] {
  const { $from } = tr.selection
  const { parent, parentOffset } = $from
  const startsInside = parentOffset > 0
  const next = tr.doc.maybeChild($from.index(0) + 1)
  const goesOn = isPhoto(body.at(-1)) && next?.type !== nodes.paragraph
  const endsInside = parentOffset < parent.content.size || goesOn
  const from = startsInside ? $from.pos : $from.before(1)
  const to = endsInside ? $from.pos : $from.after(1)
  const end = replaceBody(tr, from, to, body)
  tr.setSelection(TextSelection.near(tr.doc.resolve(end), isPhoto(body.at(-1)) ? 1 : -1))
  return [from, end]
}

/** Puts other paragraphs and photos between two places, each inside a paragraph or between parts; where they end. */
function replaceBody(tr: Transaction, from: number, to: number, body: readonly Node[]): number {
  const [startsInside, endsInside] = [from, to].map(at => tr.doc.resolve(at).depth > 0) as [boolean, boolean]
  const content = Fragment.from(bordered(body, startsInside, endsInside))
  const slice = new Slice(content, startsInside ? 1 : 0, endsInside ? 1 : 0)
  tr.step(new ReplaceStep(from, to, slice))
  return from + slice.size
}

/** Takes changes of the passage back, makes them again or answers, where it stands; null when there is none. */
export function decidePassage(state: EditorState, decision: Decision): Transaction | null {
  const passage = pastedPassage(state)
  if (!passage) return null
  const decisions = decide(passage.decisions, decision)
  const cleaned = cleanPassage(passage.draft, decisions)
  const { tr } = state
  const { from, to, isLine } = passage
  if (isLine) rewrite(tr, from, joined(passage.cleaned), joined(cleaned))
  else if (!rewriteBody(tr, passage, cleaned)) return closeHistory(tr).setMeta(key, null)
  const end = tr.mapping.map(to, 1)
  return closeHistory(tr).setMeta(key, {
    ...passage,
    decisions,
    cleaned,
    to: end,
    text: standing(tr, from, end),
  })
}

/**
 * Changes a passage in the body to another cleaning of it; what was written under its photos since stays. False where
 * a photo stays for that alone: the passage is no longer what either cleaning makes.
 */
function rewriteBody(tr: Transaction, { from, to, cleaned }: PastedPassage, next: CleanedStory): boolean {
  const [startsInside, endsInside] = [from, to].map(at => tr.doc.resolve(at).depth > 0) as [boolean, boolean]
  const [olds, news] = [cleaned, next].map(one => bordered(bodyOf(one), startsInside, endsInside)) as [
    Node[],
    Node[],
  ]
  const places: number[] = []
  tr.doc.nodesBetween(from, to, (_node, pos) => {
    places.push(pos)
    return false
  })
  const isSame =
    olds.length === news.length &&
    olds.every((old, index) => old.type === news[index]?.type) &&
    cleaned.pictures.every((picture, index) => picture === next.pictures[index])
  if (isSame) {
    // From behind, so that the places before stay where they are.
    for (let index = olds.length - 1; index >= 0; index--) {
      const [old, put, pos] = [olds[index] as Node, news[index] as Node, places[index] as number]
      if (!isPhoto(old)) rewrite(tr, Math.max(from, pos + 1), old.textContent, put.textContent)
      else rewritePhoto(tr, pos, old, put)
    }
    return true
  }
  const photos = olds.flatMap((old, index) => (isPhoto(old) ? [{ old, pos: places[index] as number }] : []))
  let at = 0
  const body = bodyOf(next).map(put => {
    const there = isPhoto(put) ? photos[cleaned.pictures.indexOf(next.pictures[at++] ?? -1)] : undefined
    const stands = there && tr.doc.nodeAt(there.pos)
    if (!there || !stands) return put
    const words = [0, 1].map(part =>
      stands.child(part).textContent === there.old.child(part).textContent
        ? put.child(part)
        : stands.child(part),
    )
    return stands.copy(Fragment.from(words))
  })
  const goes = photos.filter((_photo, index) => !next.pictures.includes(cleaned.pictures[index] ?? -1))
  const written = goes.flatMap(({ old, pos }) => {
    const stands = tr.doc.nodeAt(pos)
    return stands && stands.textContent !== old.textContent ? [{ stands, at: olds.indexOf(old) }] : []
  })
  for (const { stands, at: place } of written) body.splice(Math.min(place, body.length), 0, stands)
  replaceBody(tr, from, to, body)
  return written.length === 0
}

/** Changes caption and credit of a photo, where they still are what the passage brought. */
function rewritePhoto(tr: Transaction, pos: number, old: Node, put: Node): void {
  const stands = tr.doc.nodeAt(pos)
  if (!stands) return
  const credit = pos + 2 + stands.child(0).nodeSize
  for (const [part, at] of [
    [1, credit],
    [0, pos + 2],
  ] as const) {
    const words = old.child(part).textContent
    if (stands.child(part).textContent === words) rewrite(tr, at, words, put.child(part).textContent)
  }
}

/** Changes a stretch of text to another, touching only what differs. */
function rewrite(tr: Transaction, at: number, old: string, next: string): void {
  if (old === next) return
  const most = Math.min(old.length, next.length)
  let head = 0
  while (head < most && old[head] === next[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++
  tr.insertText(next.slice(head, next.length - tail), at + head, at + old.length - tail)
}

/** Opens or closes the passage's 清洗单; closing for good forgets it. */
export function showPassage(state: EditorState, how: 'open' | 'closed' | 'gone'): Transaction | null {
  const passage = pastedPassage(state)
  if (!passage) return null
  return state.tr.setMeta(key, how === 'gone' ? null : { ...passage, isOpen: how === 'open' })
}
