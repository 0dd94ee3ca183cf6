import { spaces } from '../style/characters'
import { opensWithDateline } from '../style/forms/dateline'

const edges = new RegExp(`^${spaces}+|${spaces}+$`, 'gu')

/** A line without the spaces at its ends. */
export const trimmed = (text: string): string => text.replace(edges, '')

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
