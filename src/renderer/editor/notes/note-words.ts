import { newsroomNow } from '../../newsroom/newsroom'
import type { NoteTitle } from './note-marks'

/** A note in one line, for those who point at its mark: 陆远：请核一下时间. */
export const noteTitle: NoteTitle = ({ entries }) => {
  const [first] = entries
  const name = newsroomNow().people.find(person => person.id === first?.by)?.name ?? ''
  return `${name}：${first?.text ?? ''}`
}

/** A long passage by its two ends. */
export const shortened = (words: string): string =>
  words.length > 40 ? `${words.slice(0, 26)}……${words.slice(-10)}` : words
