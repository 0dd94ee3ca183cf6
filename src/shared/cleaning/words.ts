import { opensWithDateline } from '../style/forms/dateline'

/** Spaces of every width, without line ends: \n inside a paragraph is a soft return that was kept. */
export const spaces = '[ \\t\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]'

const edges = new RegExp(`^${spaces}+|${spaces}+$`, 'gu')

/** A line without the spaces at its ends. */
export const trimmed = (text: string): string => text.replace(edges, '')

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Whether a line ends as a sentence does, closing marks behind it or not. */
export const endsSentence = (text: string): boolean =>
  /(?:[。！？；…!?]|[\p{Script=Han}"'”’]\.)["'”’」』）)]*$/u.test(text)

/** Whether a line is running text: it opens with a dateline, or is a whole sentence of some length, or simply long. */
export const isRunningText = (text: string): boolean => {
  // Names run in behind the last sentence do not make it less of one.
  const line = trimmed(text).replace(/(?<=[。！？…”])[ \u3000]*[（(][^（）()]{2,40}[）)]$/u, '')
  return opensWithDateline(line) || line.length >= 50 || (line.length >= 25 && endsSentence(line))
}

/** 一、 1. （二） ① ● 第一，: what opens an item of a list. */
export const opensItem = (text: string): boolean =>
  /^(?:[（(]?[一二三四五六七八九十百]{1,3}[）)、．.]|[（(]?[0-9０-９]{1,2}(?:[）)、．]|\.(?![0-9]))|[①-⑳⒈-⒛●○■□◆◇▲△★☆•·▪])/u.test(
    text,
  )

/** Whether what stands right before or behind a stretch, spaces aside, is Han or a mark of Han text. */
export const isBesideHan = (text: string, from: number, to: number): boolean => {
  const side = '[\\p{Script=Han}“”‘’，。、；：！？（）《》【】]'
  return (
    new RegExp(`${side}${spaces}*$`, 'u').test(text.slice(Math.max(0, from - 4), from)) ||
    new RegExp(`^${spaces}*${side}`, 'u').test(text.slice(to, to + 4))
  )
}
