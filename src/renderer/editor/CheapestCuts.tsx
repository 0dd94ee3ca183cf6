import { useDeferredValue, useMemo } from 'react'
import type { SetBody } from '../../shared/page/compose/body'
import { cheapestCuts, em } from '../../shared/typeset'

const setOffNames = { summary: '提要', editorNote: '编者按', related: '相关链接' } as const

interface Props {
  readonly body: SetBody
  /** Characters across the column. */
  readonly measure: number
  onShow(block: number): void
}

/** 最省删法: in which paragraphs the fewest characters win a line. Works after the keystroke, not in it. */
export function CheapestCuts({ body, measure, onShow }: Props) {
  const later = useDeferredValue(body)
  const cuts = useMemo(() => cheapestCuts(later.flow.inputs, em(measure)).slice(0, 3), [later, measure])
  if (cuts.length === 0) return null
  // 第 n 段 counts paragraphs as a reader does: crossheads and what is set off from the text are not among them.
  const nameOf = (input: number) => {
    const kind = later.flow.parts[input]?.kind
    if (kind === 'summary' || kind === 'editorNote' || kind === 'related') return setOffNames[kind]
    return `第 ${later.flow.parts.slice(0, input + 1).filter(one => one.kind === 'paragraph').length} 段`
  }
  return (
    <section className="cuts" aria-label="最省删法">
      <h4>最省删法</h4>
      <ul>
        {cuts.map(cut => (
          <li key={cut.paragraph}>
            <b>{nameOf(cut.paragraph)}</b>
            <span>
              删 {cut.characters} 字，收 {cut.linesWon} 行
            </span>
            <button
              type="button"
              className="tag blue"
              onClick={() => onShow(later.flow.parts[cut.paragraph]?.block ?? 0)}
            >
              看
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
