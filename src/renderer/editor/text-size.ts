import { newsroomNow, remember } from '../newsroom/newsroom'

/** Sizes of the sheet's text in CSS pixels; each person keeps his own. */
export const textSizes = [14, 15, 17, 19, 22, 26] as const
export type TextSize = (typeof textSizes)[number]
export const usualTextSize: TextSize = 17

const key = 'sheet.textSize'

/** What a person has chosen, if it still is a size. */
export function textSizeOf(memory: Readonly<Record<string, unknown>>): TextSize {
  return textSizes.find(size => size === memory[key]) ?? usualTextSize
}

/** One size up or down, or the usual one. */
export function changeTextSize(by: 1 | -1 | 'usual'): void {
  const at = textSizes.indexOf(textSizeOf(newsroomNow().memory))
  const next = by === 'usual' ? usualTextSize : textSizes[at + by]
  if (next !== undefined) remember(key, next)
}
