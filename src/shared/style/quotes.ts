import { hasHan } from './characters'
import { pairReplaced, replaced, type Finding, type StyleRule, type TextContext } from './rule'

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
/** Nothing is closed right behind these. */
const beforeOpening = new Set('：:（(“‘「『《〈')
const afterClosing = new Set('。，、；：！？：）”’」』》〉.,;!?:)…')

/** Between Latin letters or digits a single quote is an apostrophe. */
const isApostrophe = (mark: string, before: string, after: string, inner: string | undefined): boolean => {
  if (mark === "'") return /[A-Za-z0-9]/u.test(before) || (/[A-Za-z]/u.test(after) && inner !== "'")
  return mark === '’' && inner !== '‘' && /[A-Za-z0-9]/u.test(before + after)
}

/** 5" is a measure, where no such quote is open. */
const isMeasure = (mark: string, before: string, isOpen: boolean): boolean =>
  mark === '"' && /[0-9]/u.test(before) && !isOpen

/** The quotes of a text as pairs; null where they do not pair. */
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
      if (isApostrophe(mark, before, after, inner)) continue
      if (inner === undefined || partner[inner] !== mark) return null
      close(at)
    } else if (mark === '"' || mark === "'") {
      if (isApostrophe(mark, before, after, inner) || isMeasure(mark, before, inner === '"')) continue
      const isOpening =
        inner !== mark
          ? true
          : after !== '' && !/\s/u.test(after) && !afterClosing.has(after) && beforeOpening.has(before)
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

/** Which curly quotes of a text are still open, the outermost first. */
function openQuotes(text: string): string[] {
  const open: string[] = []
  for (const mark of text) {
    if (mark === '“' || mark === '‘') open.push(mark)
    else if (partner[open.at(-1) ?? ''] === mark) open.pop()
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
 * The quote that belongs where somebody has just written one: opening or closing by what is open, ‘ ’ inside “ ”. null:
 * it stands rightly as it is.
 */
function quoteFor(written: string, before: string, after: string): string | null {
  const open = openQuotes(before)
  const inner = open.at(-1)
  const last = before.slice(-1)
  const opening = inner === '“' ? '‘' : '“'
  const closing = inner === '‘' ? '’' : '”'
  if (isApostrophe(written, last, written === '’' ? after.charAt(0) : '', inner)) return null
  switch (written) {
    case '"':
    case "'": {
      if (isMeasure(written, last, inner !== undefined)) return null
      // What is all Latin keeps its own.
      if (inner === undefined) return /[A-Za-z]/u.test(before) && !hasHan(before + after) ? null : opening
      // Inside a whole quotation, or right after what opens, nothing can be closed: an inner one begins.
      if (open.length <= closedIn(after) || beforeOpening.has(last)) return opening
      // The other straight quote inside an open pair opens the inner one.
      return written === "'" && inner === '“' ? opening : closing
    }
    case '“':
    case '‘':
      return opening
    default:
      return inner === undefined ? null : closing
  }
}

/** Quotes of which those that were written are `kind`, as “ ” outside and ‘ ’ inside. */
const quotesOf =
  (kind: string) =>
  (text: string, { caret }: TextContext): Finding[] => {
    if (caret !== null) {
      const written = text.charAt(caret - 1)
      if (written === '' || !kind.includes(written)) return []
      const put = quoteFor(written, text.slice(0, caret - 1), text.slice(caret))
      return put === null || put === written ? [] : [replaced(caret - 1, caret, put)]
    }
    if (![...kind].some(mark => text.includes(mark)) || !hasHan(text)) return []
    return (pairsOf(text) ?? []).flatMap(({ from, to, depth }) => {
      const right = depth % 2 === 1 ? (['“', '”'] as const) : (['‘', '’'] as const)
      const was = text.charAt(from)
      return kind.includes(was) && was !== right[0] ? [pairReplaced(from, to, right)] : []
    })
  }

/** Quotes that do not pair. */
const looseQuotes = (text: string): Finding[] =>
  /["“”「」『』]/u.test(text) && hasHan(text) && pairsOf(text) === null
    ? [{ from: 0, to: text.length, fixes: [] }]
    : []

/** 《 》 inside 《 》, as 〈 〉. */
function innerTitles(text: string, { caret }: TextContext): Finding[] {
  const open: { readonly at: number; readonly mark: string }[] = []
  const found: Finding[] = []
  for (const { 0: mark, index: at } of text.matchAll(/[《》〈〉]/gu)) {
    // What is written counts with what it becomes; those behind the caret say nothing of it.
    if (caret !== null && at >= caret) break
    const inner = open.at(-1)
    if (mark === '《' || mark === '〈') {
      const put = mark === '《' && inner?.mark === '《' ? '〈' : mark
      open.push({ at, mark: put })
      if (caret === at + 1 && put !== mark) found.push(replaced(at, at + 1, put))
      continue
    }
    if (caret === at + 1 && mark === '》' && inner?.mark === '〈') found.push(replaced(at, at + 1, '〉'))
    const begun = open.pop()
    if (caret !== null) continue
    const was = begun && text.charAt(begun.at)
    if (!begun || (was === '《') !== (mark === '》')) return []
    if (was !== begun.mark) found.push(pairReplaced(begun.at, at, ['〈', '〉']))
  }
  return caret === null && open.length > 0 ? [] : found.sort((a, b) => a.from - b.from)
}

/** Quotes and title marks, which stand in pairs. */
export const quotes = [
  {
    id: 'mark.quote-straight',
    name: '直引号',
    done: '直引号改成“”',
    source: 'GB/T 15834—2011 4.8',
    isSafe: true,
    parts: null,
    find: quotesOf('"\''),
    examples: {
      wrong: [
        ['"红色"基因', '“红色”基因'],
        ['"红色""绿色"', '“红色”“绿色”'],
        ['他说:"好的。"', '他说:“好的。”'],
        ["他说：'好的'", '他说：“好的”'],
        ['他说："我们叫它\'双抢\'。"', '他说：“我们叫它‘双抢’。”'],
      ],
      right: [
        '他说："我爱"双抢"时节。"',
        '他说："好的',
        "听English Teacher's课",
        '5"屏幕的手机',
        'say "hello" now',
      ],
    },
    typing: { switch: 'quotes', strokes: /["']$/u },
  },
  {
    id: 'mark.quote-nesting',
    name: '引号层次',
    done: '引号按层次改',
    source: 'GB/T 15834—2011 4.8.3.4',
    isSafe: true,
    parts: null,
    find: quotesOf('“”‘’'),
    examples: {
      wrong: [
        ['他说：“我们叫它“双抢”。”', '他说：“我们叫它‘双抢’。”'],
        ['开展‘双抢’', '开展“双抢”'],
      ],
      right: ['他说：“我们叫它‘双抢’。”', '他说“好的', '“甲”乙”', '’90年代的歌'],
    },
    typing: { switch: 'quotes', strokes: /[“”‘’]$/u },
  },
  {
    id: 'mark.quote-corner',
    name: '直角引号',
    done: '直角引号改成“”',
    source: 'GB/T 15834—2011 5.2',
    isSafe: true,
    parts: null,
    find: quotesOf('「」『』'),
    examples: {
      wrong: [
        ['建好「菜篮子」', '建好“菜篮子”'],
        ['建好「菜『园』子」', '建好“菜‘园’子”'],
      ],
      right: ['建好“菜篮子”', '建好「菜篮子'],
    },
    typing: null,
  },
  {
    id: 'mark.book-nesting',
    name: '书名号层次',
    done: '书名号里的书名号改成〈〉',
    source: 'GB/T 15834—2011 4.15',
    isSafe: true,
    parts: null,
    find: innerTitles,
    examples: {
      wrong: [['《读《红楼梦》有感》', '《读〈红楼梦〉有感》']],
      right: ['《读〈红楼梦〉有感》', '《云岭报》《清水河》', '《读《红楼梦》有感', '读《红楼梦》》有感'],
    },
    typing: { switch: 'titles', strokes: /[《》]$/u },
  },
  {
    id: 'pair.unclosed',
    name: '引号不成对',
    done: '引号配成一对',
    source: 'GB/T 15834—2011 4.8',
    isSafe: false,
    parts: ['paragraph', 'caption', 'summary', 'editorNote'],
    find: looseQuotes,
    examples: {
      wrong: [
        ['他说："好的', null],
        ['“甲”乙”', null],
      ],
      right: ['他说：“好的。”', 'say "hello', "听English Teacher's课"],
    },
    typing: null,
  },
] as const satisfies readonly StyleRule[]
