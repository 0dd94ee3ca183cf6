import { pt } from '../../sizes'
import type { FaultRule } from '../fault'
import { lineRect, placedStories, textColumns } from '../placed-stories'

/**
 * 孤字 (newsroom.md 3.4, 7; CLREQ): a paragraph whose last line is a single character, marks not counted. The
 * setter takes a line back wherever it can; these are those that it could not.
 */
export const runt: FaultRule = {
  id: 'runt',
  severity: 'warn',
  find(view) {
    const { pitch, bodySize } = view.layout.paper
    return placedStories(view).flatMap(story => {
      const { body } = story.composed
      if (!body) return []
      const parts = body.flow.parts
      return textColumns(view, story).flatMap(column =>
        column.lines.flatMap(line => {
          const set = body.set.paragraphs[line.paragraph]
          const own = set?.lines[line.line]
          const part = parts[line.paragraph]
          if (!set || !own?.runt || part?.part !== 'body' || part.kind === 'crosshead') return []
          const characters = set.text.slice(own.start, own.end).replace(/[\p{P}\s]/gu, '')
          const rect = lineRect(column.rect, line, pitch)
          return [
            {
              frameIds: [story.frame.id],
              where: `paragraph-${part.block}`,
              marks: [{ ...rect, width: pt(Math.min(rect.width, (own.width * bodySize) / 1000)) }],
              message: `${story.name}有一段的末行只剩“${characters}”一个字`,
              remedy: '删一两个字让它收上去，或者添几个字，或者调这篇的疏密。',
            },
          ]
        }),
      )
    })
  },
}
