import type { EditGroup } from '../pen'
import { hasHan } from '../words'

interface Pair {
  readonly from: number
  readonly to: number
  /** 1 for an outer pair. */
  readonly depth: number
}

const opens = new Set('“‘「『')
const closes = new Set('”’」』')
const partner: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '"': '"',
  "'": "'",
}
const beforeOpening = new Set('：:（(“‘「『《〈，,、—')
const afterClosing = new Set('。，、；！？：）”’」』》〉.,;!?:)…')

/**
 * The quotes of a paragraph in Han text as pairs, “ ” outside and ‘ ’ inside (GB/T 15834 4.8): straight ones, corner
 * ones, and those of the wrong level. Each pair is one change. Nothing is done to a paragraph whose quotes do not pair.
 */
export function setQuotes(text: string): EditGroup[] {
  if (!/["'“”‘’「」『』]/u.test(text) || !hasHan(text)) return []
  const pairs = pairsOf(text)
  if (!pairs) return []
  const groups: EditGroup[] = []
  for (const { from, to, depth } of pairs) {
    const [open, close] = depth % 2 === 1 ? ['“', '”'] : ['‘', '’']
    const was = text.charAt(from)
    if (was === open && text.charAt(to) === close) continue
    const kind =
      was === '"' || was === "'"
        ? 'quote-curled'
        : was === '「' || was === '『'
          ? 'corner-quote'
          : 'quote-nested'
    groups.push({
      kind,
      edits: [
        { from, to: from + 1, put: open },
        { from: to, to: to + 1, put: close },
      ],
    })
  }
  return groups
}

/** Whether a paragraph holds quotes that do not pair. */
export const hasLooseQuotes = (text: string): boolean =>
  /["“”「」『』]/u.test(text) && hasHan(text) && pairsOf(text) === null

function pairsOf(text: string): Pair[] | null {
  const open: { at: number; mark: string }[] = []
  const pairs: Pair[] = []
  const close = (at: number) => {
    const begun = open.pop()
    if (begun) pairs.push({ from: begun.at, to: at, depth: open.length + 1 })
  }
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at)
    const before = text.charAt(at - 1)
    const after = text.charAt(at + 1)
    const inner = open.at(-1)?.mark
    if (opens.has(mark)) {
      open.push({ at, mark })
    } else if (closes.has(mark)) {
      // Between Latin letters, and where nothing is open, it is an apostrophe.
      if (mark === '’' && inner !== '‘') {
        if (/[A-Za-z0-9]/u.test(before + after)) continue
        return null
      }
      if (inner === undefined || partner[inner] !== mark) return null
      close(at)
    } else if (mark === '"' || mark === "'") {
      if (mark === "'" && (/[A-Za-z0-9]/u.test(before) || (/[A-Za-z]/u.test(after) && inner !== "'")))
        continue
      // 5" is a measure.
      if (mark === '"' && /[0-9]/u.test(before) && inner !== '"') continue
      const isOpening =
        inner !== mark
          ? true
          : after !== '' && !/\s/u.test(after) && !afterClosing.has(after) && mustOpen(before)
      if (isOpening) {
        open.push({ at, mark })
        continue
      }
      // 他说："我爱"双抢"时节。": what was said does not end before a word, so it holds a pair that looks the same.
      const begun = open.at(-1)?.at ?? 0
      const isSpeech = /[：:]/u.test(text.charAt(begun - 1))
      if (isSpeech && /^\p{Script=Han}{2}/u.test(before + after) && text.indexOf(mark, at + 1) > 0)
        return null
      close(at)
    }
  }
  return open.length === 0 ? pairs.sort((a, b) => a.from - b.from) : null
}

/** After a colon or an opening mark a second straight quote opens an inner one; after a comma it may close. */
const mustOpen = (before: string) => beforeOpening.has(before) && !'，,、—'.includes(before)
