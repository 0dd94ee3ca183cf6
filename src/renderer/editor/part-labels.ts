import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** Names that stand small in the left margin of the sheet, and what an empty part says. */
const labels: Readonly<Record<string, { name: string; empty: string }>> = {
  kicker: { name: '引题', empty: '（无）' },
  headline: { name: '主题', empty: '写标题' },
  deck: { name: '副题', empty: '（无）' },
  caption: { name: '图片 · 图说', empty: '缺图说' },
  credit: { name: '摄影署名', empty: '缺署名，例：江　南　摄' },
  crosshead: { name: '小标题', empty: '小标题' },
  byline: { name: '署名', empty: '（无）' },
}

function decorate(doc: Node): DecorationSet {
  const found: Decoration[] = []
  let body = false
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const first = node.type.name === 'paragraph' && !body
    if (node.type.name === 'paragraph') body = true
    const label = first ? { name: '正文', empty: '写正文，或粘贴来稿' } : labels[node.type.name]
    const attributes: Record<string, string> = { 'data-part': label?.name ?? '' }
    if (node.content.size === 0) {
      attributes['class'] = 'empty'
      attributes['data-empty'] = label?.empty ?? ''
    }
    found.push(Decoration.node(pos, pos + node.nodeSize, attributes))
    return false
  })
  return DecorationSet.create(doc, found)
}

/** Labels and empty-part words as decorations: they are never in the text. */
export const partLabels = new Plugin<DecorationSet>({
  state: {
    init: (_config, state) => decorate(state.doc),
    apply: (tr, old) => (tr.docChanged ? decorate(tr.doc) : old),
  },
  props: {
    decorations(state) {
      return this.getState(state)
    },
  },
})
