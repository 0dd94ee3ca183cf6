import { spaces } from '../../style/characters'
import type { CleanKind } from '../kinds'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { splice } from '../../text-place/traced-text'

type Aside = 'summary' | 'editorNote' | 'related'

/** What opens a paragraph of its own kind. The label of a summary goes; 编者按 and 相关链接 are printed. */
const labels: readonly {
  readonly aside: Aside
  readonly kind: CleanKind
  readonly label: RegExp
  readonly isKept: boolean
}[] = [
  {
    aside: 'summary',
    kind: 'summary-found',
    label: new RegExp(`^(?:内容提要|提要|核心提示|内容摘要|摘要)${spaces}*[:：]${spaces}*(?=.)`, 'u'),
    isKept: false,
  },
  {
    aside: 'editorNote',
    kind: 'editor-note-found',
    label: new RegExp(
      `^[【[（(]?(?:编者按|编者的话|编后语|编后)(?:[】\\]）)]|${spaces}*[:：])${spaces}*(?=.)`,
      'u',
    ),
    isKept: true,
  },
  {
    aside: 'related',
    kind: 'related-found',
    label: new RegExp(`^[【[]?(?:相关链接|新闻链接)(?:[】\\]]|${spaces}*[:：])${spaces}*(?=.)`, 'u'),
    isKept: true,
  },
]

/** 提要, 编者按, 编后 and 相关链接, where a paragraph says that it is one. */
export function findAsides(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map((piece): Piece => {
    if (piece.role !== 'paragraph' || piece.isKept === true || piece.look?.cell) return piece
    const { line } = piece
    for (const { aside, kind, label, isKept } of labels) {
      const length = label.exec(line.text)?.[0].length ?? 0
      if (length === 0 || line.text.includes('\n')) continue
      const after = isKept ? line.text : line.text.slice(length)
      if (!pen.makes(kind, line.at, line.text, after)) return { ...piece, isKept: true }
      return {
        ...piece,
        role: aside,
        line: isKept ? line : splice(line, [{ from: 0, to: length, put: '' }]),
      }
    }
    return piece
  })
}
