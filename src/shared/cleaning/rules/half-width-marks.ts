import type { TextEdit } from '../../text-place/text-edit'
import type { EditGroup } from '../pen'

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
}

const isHanSide = (char: string) => /[\p{Script=Han}“”‘’，。、；：！？（）《》【】…—〇％]/u.test(char)

/**
 * Half-width marks become full-width beside Han: an address, a number (1,000 · 10:30 · 3.5), Latin text keep theirs. A
 * point is a full stop only at the end, or in a paragraph (not a headline) that has no other (GB/T 15834).
 */
export function widenMarks(text: string, isTitle = false): EditGroup[] {
  const groups: EditGroup[] = []
  const addresses = [...text.matchAll(/(?:[a-z]+:\/\/|www\.|[\w.+-]+@)[\w./?=&%#:~+,;!()-]*/giu)].map(
    found => ({
      from: found.index,
      to: found.index + found[0].length,
    }),
  )
  const isAddress = (at: number) => addresses.some(({ from, to }) => at >= from && at < to)
  const hasStops = text.includes('。')
  for (const found of text.matchAll(/[,;:?!.]/gu)) {
    const at = found.index
    if (isAddress(at)) continue
    const before = charBefore(text, at)
    const after = charAfter(text, at + 1)
    if (found[0] === '.') {
      if (text.charAt(at + 1) === '.' || text.charAt(at - 1) === '.') continue
      const isEnd = after === '' || /[”’）)]/u.test(after)
      if (!isHanSide(before) || !(isEnd || (isHanSide(after) && !hasStops && !isTitle))) continue
    } else if (!isHanSide(before) && !isHanSide(after)) {
      continue
    } else if (/[0-9A-Za-z]/u.test(before) && !isHanSide(after)) {
      continue
    } else if (found[0] === ':' && /[0-9]/u.test(before)) {
      continue
    }
    groups.push({ kind: 'mark-widened', edits: [edit(at, found[0])] })
  }
  return [...groups, ...bracketGroups(text, isAddress)].sort((a, b) => a.edits[0]!.from - b.edits[0]!.from)
}

const edit = (at: number, mark: string): TextEdit => ({ from: at, to: at + 1, put: wide[mark] ?? mark })

/** Brackets change in pairs: both half-width ones round or beside Han, and the odd one of a mixed pair. */
function bracketGroups(text: string, isAddress: (at: number) => boolean): EditGroup[] {
  const groups: EditGroup[] = []
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    if (!'()（）'.includes(mark) || isAddress(at)) continue
    if (mark === '(' || mark === '（') {
      open.push(at)
      continue
    }
    const from = open.pop()
    if (from === undefined) continue
    const opening = text.charAt(from)
    const isHalf = opening === '(' && mark === ')'
    const touches =
      /\p{Script=Han}/u.test(text.slice(from, at)) ||
      isHanSide(charBefore(text, from)) ||
      isHanSide(charAfter(text, at + 1))
    if (isHalf && touches) groups.push({ kind: 'mark-widened', edits: [edit(from, '('), edit(at, ')')] })
    else if (opening !== (mark === ')' ? '(' : '（')) {
      const odd = opening === '(' ? edit(from, '(') : edit(at, ')')
      groups.push({ kind: 'bracket-paired', edits: [odd] })
    }
  }
  return groups
}

/** Points between Han in a paragraph that has full stops: a full stop or the dot of a foreign name. */
export function unclearPoints(text: string): number[] {
  if (!text.includes('。')) return []
  return [...text.matchAll(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu)].map(found => found.index)
}

const charBefore = (text: string, at: number) =>
  [...text.slice(Math.max(0, at - 2), at).trimEnd()].at(-1) ?? ''
const charAfter = (text: string, at: number) => [...text.slice(at, at + 3).trimStart()][0] ?? ''
