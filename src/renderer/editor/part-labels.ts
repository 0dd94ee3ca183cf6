import type { Node } from 'prosemirror-model'
import { Plugin, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** Names that stand small in the left margin of the sheet, and what an empty part says. */
const labels: Readonly<Record<string, { name: string; empty: string }>> = {
  kicker: { name: '引题', empty: '主题上面的一行' },
  headline: { name: '主题', empty: '写标题' },
  deck: { name: '副题', empty: '主题下面的一行' },
  summary: { name: '提要', empty: '几句话说完这篇稿' },
  editorNote: { name: '编者按', empty: '编者的话' },
  caption: { name: '图片 · 图说', empty: '缺图说' },
  credit: { name: '摄影署名', empty: '缺署名，例：江　南　摄' },
  crosshead: { name: '小标题', empty: '小标题' },
  byline: { name: '署名', empty: '写名字，括号自己加' },
  related: { name: '相关链接', empty: '一行一条' },
}

/** Parts that are always there: empty, they stand out of the way until the caret comes. */
const optional = new Set(['kicker', 'deck', 'byline'])

/** 编后 stands below the text, 编者按 above it. */
const nameOf = (node: Node, hasBody: boolean): string =>
  node.type.name === 'editorNote' && hasBody ? '编后' : (labels[node.type.name]?.name ?? '')

const setOff = new Set(['summary', 'editorNote', 'related'])

function decorate(doc: Node): DecorationSet {
  const found: Decoration[] = []
  let body = false
  let previous: Node['type'] | null = null
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const first = node.type.name === 'paragraph' && !body
    if (node.type.name === 'paragraph') body = true
    const label = first ? { name: '正文', empty: '写正文，或粘贴来稿' } : labels[node.type.name]
    const name = first ? '正文' : nameOf(node, body)
    // Lines of one kind that follow each other bear their name once.
    const isRun = node.type === previous && setOff.has(node.type.name)
    previous = node.type
    const isEmpty = node.content.size === 0
    // The paragraphs of the body are most of the story: what bears no name costs nothing at a keystroke.
    if (name === '' && !isEmpty) return false
    const attributes: Record<string, string> = {}
    if (name !== '') Object.assign(attributes, { role: 'group', 'aria-label': name })
    if (name !== '' && !isRun) attributes['data-part'] = name
    if (isEmpty) {
      attributes['class'] = optional.has(node.type.name) ? 'empty optional' : 'empty'
      attributes['data-empty'] = label?.empty ?? ''
    }
    found.push(Decoration.node(pos, pos + node.nodeSize, attributes))
    return false
  })
  return DecorationSet.create(doc, found)
}

/** The part that has the caret: an empty one opens up for it. */
function here({ selection, doc }: EditorState): Decoration | null {
  const { $head } = selection
  if (!$head.parent.isTextblock) return null
  const pos = $head.before()
  return Decoration.node(pos, pos + (doc.nodeAt(pos)?.nodeSize ?? 0), { class: 'here' })
}

/** Labels and empty-part words as decorations: they are never in the text. */
export const partLabels = new Plugin<{ readonly labels: DecorationSet; readonly all: DecorationSet }>({
  state: {
    init: (_config, state) => withCaret(decorate(state.doc), state),
    apply: (tr, old, _before, state) => {
      if (!tr.docChanged && !tr.selectionSet) return old
      return withCaret(tr.docChanged ? decorate(tr.doc) : old.labels, state)
    },
  },
  props: {
    decorations(state) {
      return this.getState(state)?.all
    },
  },
})

function withCaret(labels: DecorationSet, state: EditorState) {
  const caret = here(state)
  return { labels, all: caret ? labels.add(state.doc, [caret]) : labels }
}
