import type { EditorState } from 'prosemirror-state'
import type { BudgetRow } from '../../../shared/contract'
import type { BaseColumn } from '../../../shared/budget/base-column'
import { countLines, type StoryLines } from '../../../shared/budget/story-lines'
import { bodyTexts, countAsWord, countCharacters } from '../../../shared/budget/story-fields'
import { emptyParts, type StoryBlock, type StoryParts } from '../../../shared/story/parts'
import { lengthStatus, toleranceOf, type LengthStatus } from '../../../shared/budget/length-status'
import type { FooterText } from '../../ui/footer'

/** How long a text is, as the newsroom counts, as Word counts, and in lines of the paper's base column. */
export interface Length {
  readonly characters: number
  readonly asWord: number
  readonly lines: number
  /** Characters across that column. */
  readonly measure: number
}

const sum = (texts: readonly string[], count: (text: string) => number) =>
  texts.reduce((all, text) => all + count(text), 0)

/** Counts one story again and again: what has not changed keeps its lines. */
export class StoryCounter {
  #storyId = ''
  #last: StoryLines | undefined

  lengthOf(parts: StoryParts, storyId: string, column: BaseColumn): Length {
    const texts = bodyTexts(parts)
    this.#last = countLines(parts, column, this.#storyId === storyId ? this.#last : undefined)
    this.#storyId = storyId
    return {
      characters: sum(texts, countCharacters),
      asWord: sum(texts, countAsWord),
      lines: this.#last.lines,
      measure: column.measure,
    }
  }
}

/** The length of what is selected, set as paragraphs of its own; null where nothing is. */
export function selectedLength({ doc, selection }: EditorState, column: BaseColumn): Length | null {
  if (selection.empty) return null
  const texts: string[] = []
  for (const { $from, $to } of selection.ranges) {
    doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (!node.isTextblock) return true
      const from = Math.max(0, $from.pos - pos - 1)
      const to = Math.min(node.content.size, $to.pos - pos - 1)
      if (to > from) texts.push(node.textBetween(from, to))
      return false
    })
  }
  if (texts.length === 0) return null
  const blocks = texts.map((text): StoryBlock => ({ kind: 'paragraph', text }))
  return {
    characters: sum(texts, countCharacters),
    asWord: sum(texts, countAsWord),
    lines: countLines({ ...emptyParts, blocks }, column).lines,
    measure: column.measure,
  }
}

export type LengthPlan = Pick<BudgetRow, 'plannedCharacters' | 'plannedLines' | 'lengthTolerance'>

/** Red is what is over, green what fits; what is short is still being written. */
const toneOf = (status: LengthStatus) =>
  status === 'over' ? ({ tone: 'red' } as const) : status === 'fits' ? ({ tone: 'green' } as const) : {}

/** 还差 52 字, 超 48 字; '' where it fits or nothing is planned. */
export function missing(actual: number, planned: number | null, tolerance: number, unit: string): string {
  switch (lengthStatus(actual, planned, tolerance)) {
    case 'over':
      return `超 ${actual - planned!} ${unit}`
    case 'under':
      return `还差 ${planned! - actual} ${unit}`
    default:
      return ''
  }
}

/** What the footer says of a story's length and of what is selected in it. */
export function lengthWords(length: Length, selected: Length | null, plan: LengthPlan): FooterText['left'] {
  const { plannedCharacters, plannedLines, lengthTolerance: tolerance } = plan
  const words: { text: string; tone?: 'red' | 'green' }[] = []
  if (selected) {
    const { characters, asWord, lines } = selected
    words.push({ text: `选中 ${characters} 字 · Word 字数 ${asWord} · ${lines} 行` })
  }
  const status = lengthStatus(length.characters, plannedCharacters, tolerance)
  words.push({ text: `${length.characters} 字`, ...toneOf(status) })
  if (plannedCharacters !== null) {
    const short = missing(length.characters, plannedCharacters, tolerance, '字')
    const room = toleranceOf(plannedCharacters, tolerance)
    words.push({ text: `目标 ${plannedCharacters} ± ${room}${short === '' ? '' : `，${short}`}` })
  }
  const lineStatus = lengthStatus(length.lines, plannedLines, tolerance)
  words.push({
    text: `${length.lines}${plannedLines === null ? '' : `/${plannedLines}`} 行（每行 ${length.measure} 字）`,
    ...toneOf(lineStatus),
  })
  words.push({ text: `Word 字数 ${length.asWord}` })
  return words
}
