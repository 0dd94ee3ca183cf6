import type { PlacedLine, SetParagraph } from '../../../typeset'
import type { PageView } from '../../view/page-view'
import type { Rect } from '../../paper'
import type { FaultRule, FoundFault } from '../fault'
import { lineRect, placedStories, textColumns, type PlacedStory } from '../placed-stories'

/** A last line that fills less than this share of its column shows at the column's head. */
const fullLine = 2 / 3

interface Lone {
  readonly line: PlacedLine
  readonly mark: Rect
  readonly column: number
  readonly isHead: boolean
  readonly isShort: boolean
  /** Of its line. */
  readonly characters: number
}

/**
 * 孤行 (newsroom.md 3.4, 8; P17, CLREQ): the last line of a paragraph alone at a column's head, or its first
 * alone at a foot. In columns of a dozen characters a foot's lone line and a full one at the head are ordinary
 * (typography.md 5): those are notes, one a story; a short one at the head is what the eye stumbles at.
 */
export const loneLine: FaultRule = {
  id: 'loneLine',
  severity: 'warn',
  find(view) {
    return placedStories(view).flatMap((story): FoundFault[] => {
      const lone = loneLines(view, story)
      const { name } = story
      const frameIds = [story.frame.id]
      const remedy = '让这一段紧一行或松一行，或者删几个字，让两行连在一栏里。'
      const short = lone.filter(one => one.isHead && one.isShort)
      const others = lone.filter(one => !short.includes(one))
      const found: FoundFault[] = short.map(({ column, mark, characters }) => ({
        frameIds,
        where: `head-${column}`,
        marks: [mark],
        message: `${name}第 ${column} 栏开头一行是上一栏那段的尾巴，只有 ${characters} 个字`,
        remedy,
      }))
      if (others.length === 0) return found
      const heads = others.filter(one => one.isHead).length
      const feet = others.length - heads
      const said = [heads > 0 ? `${heads} 栏的开头` : '', feet > 0 ? `${feet} 栏的末尾` : ''].filter(Boolean)
      const marks = others.map(({ mark }) => mark)
      const message = `${name}有 ${said.join('、')}只有一段的一行`
      return [...found, { frameIds, where: 'edges', marks, message, remedy, severity: 'info' }]
    })
  },
}

function loneLines(view: PageView, story: PlacedStory): Lone[] {
  const { body } = story.composed
  if (!body) return []
  const { pitch } = view.layout.paper
  const { paragraphs } = body.set
  return textColumns(view, story).flatMap((column, at): Lone[] => {
    // A line that runs in after a paragraph's last stands on the same row.
    const lines = column.lines.filter(line => body.flow.parts[line.paragraph]?.part === 'body')
    const [first, second] = lines
    const [last, lastButOne] = [lines.at(-1), lines.at(-2)]
    const own = (line: PlacedLine): SetParagraph | undefined => paragraphs[line.paragraph]
    const isAlone = (line: PlacedLine, other: PlacedLine | undefined) =>
      other?.paragraph !== line.paragraph && (own(line)?.lines.length ?? 0) > 1
    const found: Lone[] = []
    const place = { column: at + 1 }
    if (
      first &&
      first.line > 0 &&
      first.line === (own(first)?.lines.length ?? 0) - 1 &&
      isAlone(first, second)
    ) {
      const width = own(first)?.lines[first.line]?.width ?? 0
      const measure = (column.rect.width * 1000) / view.layout.paper.bodySize
      const mark = lineRect(column.rect, first, pitch)
      const characters = Math.round(width / 1000)
      found.push({
        ...place,
        line: first,
        mark,
        characters,
        isHead: true,
        isShort: width < measure * fullLine,
      })
    }
    if (last && last.line === 0 && isAlone(last, lastButOne)) {
      const mark = lineRect(column.rect, last, pitch)
      found.push({ ...place, line: last, mark, characters: 0, isHead: false, isShort: false })
    }
    return found
  })
}
