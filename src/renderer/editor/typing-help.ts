import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { Plugin } from 'prosemirror-state'

/** What the desk sets right while one types. Each can be switched off, and one Backspace takes it back. */
export const typingHelpNames = {
  quotes: '直引号改成“”，引号里的引号改成‘’',
  ellipsis: '... 改成 ……',
  dash: '-- 改成 ——',
  marks: '汉字后的半角标点改成全角',
  digits: '全角数字、字母改成半角',
  points: '数字、字母中间的。改成.',
  titles: '书名号里的书名号改成〈〉',
} as const
export type TypingHelp = keyof typeof typingHelpNames

/** Full-width marks of the half-width ones that one types after Han (GB/T 15834). */
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
}

/** Han, or a mark that belongs to Han: what stands before decides the width of what follows. */
const afterHan = '[\\p{Script=Han}”’）》】〉…—％]'

/** Which quotes of a paragraph's text are still open, the outermost first. */
export function openQuotes(text: string): ('“' | '‘')[] {
  const open: ('“' | '‘')[] = []
  for (const mark of text) {
    if (mark === '“' || mark === '‘') open.push(mark)
    else if (mark === '”' && open.at(-1) === '“') open.pop()
    else if (mark === '’' && open.at(-1) === '‘') open.pop()
  }
  return open
}

/** How many quotes that were open before a text it closes: those that stand round the caret. */
function closedIn(text: string): number {
  let depth = 0
  let closed = 0
  for (const mark of text) {
    if (mark === '“' || mark === '‘') depth++
    else if (mark === '”' || mark === '’') {
      if (depth > 0) depth--
      else closed++
    }
  }
  return closed
}

/**
 * The quote that belongs between `before` and `after` where somebody types a straight one, or one that is wrong for
 * its level: opening or closing by what is open, ‘ ’ inside “ ” (GB/T 15834 4.8). null: it stands rightly as it is.
 */
export function quoteFor(typed: string, before: string, after = ''): string | null {
  const open = openQuotes(before)
  const inner = open.at(-1)
  switch (typed) {
    case '"':
    case "'": {
      // Between Latin letters it is an apostrophe.
      if (typed === "'" && /[A-Za-z]$/.test(before)) return null
      if (inner === undefined) return '“'
      // Inside a whole quotation, or right after an opening quote, nothing can be closed: an inner one begins.
      const isWhole = open.length <= closedIn(after)
      if (isWhole || before.endsWith(inner)) return inner === '“' ? '‘' : '“'
      // The other straight quote inside an open pair opens the inner one.
      if (typed === "'" && inner === '“') return '‘'
      return inner === '“' ? '”' : '’'
    }
    case '“':
      return inner === '“' ? '‘' : null
    case '”':
      return inner === '‘' ? '’' : null
    default:
      return null
  }
}

/** 〈 〉 for 《 》 inside a title (GB/T 15834 4.13); null: it stands rightly as it is. */
export function titleMarkFor(typed: string, before: string): string | null {
  const open: string[] = []
  for (const mark of before) {
    if (mark === '《' || mark === '〈') open.push(mark)
    else if ((mark === '》' && open.at(-1) === '《') || (mark === '〉' && open.at(-1) === '〈')) open.pop()
  }
  if (typed === '《') return open.at(-1) === '《' ? '〈' : null
  return open.at(-1) === '〈' ? '〉' : null
}

const rule = (
  name: TypingHelp,
  match: RegExp,
  isOn: (name: TypingHelp) => boolean,
  right: (found: string, before: string, after: string) => string | null,
) =>
  new InputRule(match, (state, found, start, end) => {
    if (!isOn(name)) return null
    const wrong = found[1] ?? found[0]
    const from = start + found[0].length - wrong.length
    const $start = state.doc.resolve(start)
    const before =
      $start.parent.textBetween(0, $start.parentOffset) + found[0].slice(0, found[0].length - wrong.length)
    const $end = state.doc.resolve(end)
    const after = $end.parent.textBetween($end.parentOffset, $end.parent.content.size)
    const text = right(wrong, before, after)
    if (text === null || text === wrong) return null
    // What is matched has been typed but for its last character, which is not in the document yet.
    return state.tr.insertText(text, Math.min(from, end), end)
  })

/** The rules as a plugin; `isOn` is asked at every stroke, so that a switch works at once. */
export function typingHelp(isOn: (name: TypingHelp) => boolean): Plugin {
  return inputRules({
    rules: [
      rule('quotes', /["'“”]$/u, isOn, quoteFor),
      // The first of three points after Han has become 。 already.
      rule('ellipsis', /(?:^|[^.。…])([.。]\.\.|。。。)$/u, isOn, () => '……'),
      rule('dash', /(?:^|[^-])(--)$/u, isOn, () => '——'),
      rule('marks', new RegExp(`${afterHan}([,.;:?!(])$`, 'u'), isOn, mark => fullWidth[mark] ?? null),
      rule('marks', /(\))$/u, isOn, (_, before) => (openBracket(before) === '（' ? '）' : null)),
      rule('titles', /([《》])$/u, isOn, titleMarkFor),
      // 3。5: the input method's full stop between two figures is a decimal point.
      rule('points', /(?:[0-9A-Za-z])([。．][0-9A-Za-z])$/u, isOn, found => `.${found.charAt(1)}`),
      rule('digits', /([０-９Ａ-Ｚａ-ｚ])$/u, isOn, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
    ],
  })
}

/** The round bracket that is still open. */
function openBracket(text: string): string | null {
  const open: string[] = []
  for (const mark of text) {
    if (mark === '（' || mark === '(') open.push(mark)
    else if (mark === '）' || mark === ')') open.pop()
  }
  return open.at(-1) ?? null
}
