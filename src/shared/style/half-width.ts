import type { TextContext, Finding } from './rule'
import { displayParts, pairReplaced, replaced } from './rule'
import { charBefore, charFrom, hasHan, isHanSide } from './characters'

const wide: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
}

/** Half-width marks beside Han. An address, a number (1,000 · 10:30 · 3.5) and Latin text keep theirs. */
export function halfWidthMarks(text: string, context: TextContext): Finding[] {
  const isAddress = addressesIn(text)
  const found: Finding[] = []
  for (const { 0: mark, index: at } of text.matchAll(/[,;:?!.]/gu)) {
    if (!isAddress(at) && isWrong(text, at, mark, context))
      found.push(replaced(at, at + 1, wide[mark] ?? mark))
  }
  return [...found, ...halfWidthBrackets(text, context, isAddress)].sort((a, b) => a.from - b.from)
}

function isWrong(text: string, at: number, mark: string, { part, caret }: TextContext): boolean {
  const before = charBefore(text, at)
  const after = charFrom(text, at + 1)
  if (mark === '.') {
    if (text.charAt(at + 1) === '.' || text.charAt(at - 1) === '.' || !isHanSide(before)) return false
    // Where somebody is writing it, a point behind a full stop is the second of three.
    if (caret === at + 1) return text.charAt(at - 1) !== '。'
    if (after === '' || /[”’）)]/u.test(after)) return true
    // A full stop, or the dot of a foreign name: where the text has other full stops nobody can say.
    return isHanSide(after) && !text.includes('。') && !displayParts.some(one => one === part)
  }
  if (!isHanSide(before) && !isHanSide(after)) return false
  if (/[0-9A-Za-z]/u.test(before) && !isHanSide(after)) return false
  return mark !== ':' || !/[0-9]/u.test(before)
}

const addresses = /(?:(?<![a-z])[a-z]+:\/\/|(?<![a-z])www\.|(?<![\w.+-])[\w.+-]+@)[\w./?=&%#:~+,;!()-]*/giu

/** URLs and mail addresses: whether a place is inside one. */
function addressesIn(text: string): (at: number) => boolean {
  const inside = new Set<number>()
  for (const { index, 0: address } of text.matchAll(addresses)) {
    for (let at = 0; at < address.length; at++) inside.add(index + at)
  }
  return at => inside.has(at)
}

interface BracketPair {
  readonly from: number
  /** Null: it is open where somebody is writing. */
  readonly to: number | null
}

function bracketPairs(text: string, isAddress: (at: number) => boolean, caret: number | null): BracketPair[] {
  const pairs: BracketPair[] = []
  const open: number[] = []
  for (const { 0: mark, index: at } of text.matchAll(/[()（）]/gu)) {
    if (isAddress(at)) continue
    if (mark === '(' || mark === '（') {
      open.push(at)
      continue
    }
    const from = open.pop()
    if (from !== undefined) pairs.push({ from, to: at })
  }
  if (caret !== null) for (const from of open) if (from < caret) pairs.push({ from, to: null })
  return pairs
}

/** Half-width brackets change in pairs, round Han or beside it. */
function halfWidthBrackets(
  text: string,
  { caret }: TextContext,
  isAddress: (at: number) => boolean,
): Finding[] {
  return bracketPairs(text, isAddress, caret).flatMap(({ from, to }) => {
    if (text.charAt(from) !== '(') return []
    const isAfterHan = isHanSide(charBefore(text, from))
    if (to === null) return isAfterHan ? [replaced(from, from + 1, '（')] : []
    const touches = isAfterHan || hasHan(text.slice(from, to)) || isHanSide(charFrom(text, to + 1))
    return text.charAt(to) === ')' && touches ? [pairReplaced(from, to, ['（', '）'])] : []
  })
}

/** One half-width bracket that is paired with a full-width one. */
export function mixedBrackets(text: string): Finding[] {
  return bracketPairs(text, addressesIn(text), null).flatMap(({ from, to }) => {
    if (to === null || (text.charAt(from) === '(') === (text.charAt(to) === ')')) return []
    return text.charAt(from) === '(' ? [replaced(from, from + 1, '（')] : [replaced(to, to + 1, '）')]
  })
}

/** Points between Han in a text that has full stops: a full stop, or the dot of a foreign name. */
export function unclearPoints(text: string): Finding[] {
  if (!text.includes('。')) return []
  return [...text.matchAll(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu)].map(({ index: from }) => ({
    from,
    to: from + 1,
    fixes: ['。', '·'].map(put => [{ from, to: from + 1, put }]),
  }))
}
