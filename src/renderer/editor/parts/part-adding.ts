import type { Node, NodeType } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { storySchema } from '../../../shared/story/schema'
import { insertPhoto, toggleCrosshead } from '../part-keys'

const { nodes, marks } = storySchema

/** A part that can be added to a story, or gone to where it is there already. */
export interface AddablePart {
  readonly key: string
  /** 提要 */
  readonly name: string
  /** What it is, for who has not met it. */
  readonly hint: string
  /** As the keymap writes it; '' where it has none. */
  readonly binding: string
  /** First letters of its pinyin, to choose it in the slash menu without an input method. */
  readonly letters: string
  readonly command: Command
}

/** Where the first top-level part of a type begins, and it; null where there is none. */
function firstOf(doc: Node, type: NodeType): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null
  doc.forEach((node, pos) => {
    if (!found && node.type === type) found = { node, pos }
  })
  return found
}

/** Where the body begins: behind the deck. */
function bodyStart(doc: Node): number {
  const deck = firstOf(doc, nodes.deck)
  return deck ? deck.pos + deck.node.nodeSize : 0
}

const putCaret = (tr: Transaction, pos: number): Transaction =>
  tr.setSelection(TextSelection.create(tr.doc, pos)).scrollIntoView()

/** The caret into a part that is always there, at its end. */
const goTo =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const part = firstOf(state.doc, type)
    if (!part) return false
    dispatch?.(putCaret(state.tr, part.pos + 1 + part.node.content.size))
    return true
  }

/** A block with words that can be written over, the caret behind them. */
function insertBlock(state: EditorState, type: NodeType, pos: number, words: string): Transaction {
  const content = words === '' ? [] : [storySchema.text(words)]
  const tr = state.tr.insert(pos, type.create(null, content))
  return putCaret(tr, pos + 1 + words.length)
}

/** 提要 above the text; where there is one, the caret goes there. */
export const addSummary: Command = (state, dispatch) => {
  const there = firstOf(state.doc, nodes.summary)
  if (there) return goTo(nodes.summary)(state, dispatch)
  dispatch?.(insertBlock(state, nodes.summary, bodyStart(state.doc), ''))
  return true
}

/** 编者按 above the text, below a summary; where one stands there, the caret goes into it. */
export const addNoteAbove: Command = (state, dispatch) => {
  let pos = bodyStart(state.doc)
  while (state.doc.nodeAt(pos)?.type === nodes.summary) pos += state.doc.nodeAt(pos)!.nodeSize
  const there = state.doc.nodeAt(pos)
  if (there?.type === nodes.editorNote) {
    dispatch?.(putCaret(state.tr, pos + 1 + there.content.size))
    return true
  }
  dispatch?.(insertBlock(state, nodes.editorNote, pos, '编者按：'))
  return true
}

/** 编后 below the text; where one stands there, the caret goes into it. */
export const addNoteBelow: Command = (state, dispatch) => {
  const byline = firstOf(state.doc, nodes.byline)
  if (!byline) return false
  const last = state.doc.resolve(byline.pos).nodeBefore
  if (last?.type === nodes.editorNote && byline.pos - last.nodeSize > bodyStart(state.doc)) {
    dispatch?.(putCaret(state.tr, byline.pos - 1))
    return true
  }
  dispatch?.(insertBlock(state, nodes.editorNote, byline.pos, '编后：'))
  return true
}

/** A further line of 相关链接; the first comes with its heading. */
export const addRelated: Command = (state, dispatch) => {
  const last = state.doc.lastChild
  const end = state.doc.content.size
  if (last?.type === nodes.related && last.content.size === 0) {
    dispatch?.(putCaret(state.tr, end - 1))
    return true
  }
  if (dispatch) {
    const tr = state.tr
    if (last?.type !== nodes.related) tr.insert(end, nodes.related.create(null, storySchema.text('相关链接')))
    tr.insert(tr.doc.content.size, nodes.related.create())
    dispatch(putCaret(tr, tr.doc.content.size - 1))
  }
  return true
}

/** 本报讯 before the first paragraph's words, as a dateline; where there is one, the caret goes behind it. */
export const addDateline: Command = (state, dispatch) => {
  const first = firstOf(state.doc, nodes.paragraph)
  if (!first) return false
  let length = 0
  first.node.forEach(child => {
    if (child.marks.some(mark => mark.type === marks.dateline)) length += child.nodeSize
  })
  if (dispatch) {
    const start = first.pos + 1
    const tr = state.tr
    if (length === 0) {
      tr.insert(start, storySchema.text('本报讯', [marks.dateline.create()]))
      length = 3
    }
    dispatch(putCaret(tr, start + length).removeStoredMark(marks.dateline))
  }
  return true
}

/** What the menus offer, in the order of a story. */
export const addableParts: readonly AddablePart[] = [
  {
    key: 'kicker',
    name: '引题',
    hint: '主题上面的一行',
    binding: 'Mod-Alt-1',
    letters: 'yt',
    command: goTo(nodes.kicker),
  },
  {
    key: 'deck',
    name: '副题',
    hint: '主题下面的一行',
    binding: 'Mod-Alt-4',
    letters: 'ft',
    command: goTo(nodes.deck),
  },
  {
    key: 'summary',
    name: '提要',
    hint: '正文前的内容提要',
    binding: 'Mod-Alt-5',
    letters: 'ty',
    command: addSummary,
  },
  {
    key: 'editorNote',
    name: '编者按',
    hint: '正文前编者的话',
    binding: 'Mod-Alt-6',
    letters: 'bza',
    command: addNoteAbove,
  },
  {
    key: 'dateline',
    name: '电头',
    hint: '本报讯，也可直接写',
    binding: 'Mod-Alt-9',
    letters: 'dt',
    command: addDateline,
  },
  {
    key: 'crosshead',
    name: '小标题',
    hint: '与正文互换',
    binding: 'Mod-Alt-2',
    letters: 'xbt',
    command: toggleCrosshead,
  },
  {
    key: 'photo',
    name: '待补图',
    hint: '先占位写图说',
    binding: 'Mod-Alt-3',
    letters: 'dbt',
    command: insertPhoto(null, 0, 0),
  },
  {
    key: 'noteBelow',
    name: '编后',
    hint: '正文后编者的话',
    binding: '',
    letters: 'bh',
    command: addNoteBelow,
  },
  {
    key: 'byline',
    name: '署名',
    hint: '括号自己加上',
    binding: 'Mod-Alt-7',
    letters: 'sm',
    command: goTo(nodes.byline),
  },
  {
    key: 'related',
    name: '相关链接',
    hint: '署名后的附文',
    binding: 'Mod-Alt-8',
    letters: 'xglj',
    command: addRelated,
  },
]

/** Ctrl Alt 5 of Mod-Alt-5: as people read it. */
export const bindingName = (binding: string): string => binding.replace('Mod', 'Ctrl').replaceAll('-', ' ')

/** The keys of all parts, for the sheet's keymap. */
export const partKeys: Readonly<Record<string, Command>> = Object.fromEntries(
  addableParts.filter(part => part.binding !== '').map(part => [part.binding, part.command]),
)

/** Of `addableParts` in their order, 1 where a part can be added now and 0 where not. */
export const addableNow = (state: EditorState | null): string =>
  addableParts.map(part => (state && part.command(state) ? '1' : '0')).join('')
