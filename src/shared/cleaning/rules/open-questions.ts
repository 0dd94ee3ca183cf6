import { peopleIn } from '../../style/forms/people'
import { headlineLength, longestHeadline } from '../../style/forms'
import { looksAt } from '../../style/rule'
import { ruleOf } from '../../style/rules'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { placeAt, sliceOf, splice } from '../../text-place/traced-text'

/** A headline over the paper's length: kept, or parted at one of its spaces or dashes. */
export function askHeadlineLength(manuscript: Manuscript, pen: Pen): Manuscript {
  const index = manuscript.findIndex(piece => piece.role === 'headline')
  const piece = manuscript[index]
  if (!piece) return manuscript
  const { line } = piece
  const length = headlineLength(line.text)
  if (length <= longestHeadline) return manuscript
  const gap = / |\u3000|(?=——)/u.exec(line.text)?.index ?? -1
  const canPart = gap > 3 && gap < line.text.length - 4
  const answer = pen.asks({
    key: 'headline-length',
    text: `主题 ${length} 字，超过 ${longestHeadline} 字。`,
    words: line.text,
    choices: [
      { value: 'keep', name: '就用它' },
      ...(canPart
        ? [
            { value: 'deck', name: `后半作副题：${line.text.slice(gap).trim()}` },
            { value: 'kicker', name: `前半作引题：${line.text.slice(0, gap)}` },
          ]
        : []),
    ],
    free: null,
    at: line.at,
  })
  if (!canPart || (answer !== 'deck' && answer !== 'kicker')) return manuscript
  const restAt = gap + (/^[ \u3000]+/u.exec(line.text.slice(gap))?.[0].length ?? 0)
  const [first, second] = [sliceOf(line, 0, gap), sliceOf(line, restAt)]
  const kind = answer === 'deck' ? 'deck-found' : 'kicker-found'
  const part = answer === 'deck' ? second : first
  if (!pen.makes(kind, part.at, part.text, part.text)) return manuscript
  const parted: Piece[] =
    answer === 'deck'
      ? [
          { ...piece, line: first },
          { ...piece, role: 'deck', line: second },
        ]
      : [
          { ...piece, role: 'kicker', line: first },
          { ...piece, line: second },
        ]
  return [...manuscript.slice(0, index), ...parted, ...manuscript.slice(index + 1)]
}

/** 我县, 我市: read in another place they say another county. What to write instead is asked once for each word. */
export function askFirstPerson(manuscript: Manuscript, pen: Pen): Manuscript {
  const found = new Map<string, { count: number; at: number }>()
  const said = /我[县市区镇乡]/gu
  for (const { line } of manuscript) {
    for (const word of line.text.matchAll(said)) {
      const before = found.get(word[0])
      found.set(word[0], { count: (before?.count ?? 0) + 1, at: before?.at ?? placeAt(line, word.index) })
    }
  }
  const answers = new Map<string, string>()
  for (const [word, { count, at }] of found) {
    const answer = pen.asks({
      key: `person:${word}`,
      text: `“${word}”出现 ${count} 处，换成全名吗？`,
      words: word,
      choices: [{ value: 'keep', name: '不换' }],
      free: '换成',
      at,
    })
    const name = answer?.startsWith('to:') ? answer.slice(3).trim() : ''
    if (name !== '' && name !== word) answers.set(word, name)
  }
  if (answers.size === 0) return manuscript
  return manuscript.map(piece => {
    const groups = [...piece.line.text.matchAll(said)].flatMap(word => {
      const put = answers.get(word[0])
      const edits = [{ from: word.index, to: word.index + word[0].length, put: put ?? '' }]
      return put === undefined ? [] : [{ kind: 'word-replaced' as const, edits }]
    })
    return { ...piece, line: pen.rewrite(piece.line, groups) }
  })
}

/** Names in the dateline and at the end: one of them is enough. */
export function askTwoBylines(manuscript: Manuscript, pen: Pen): Manuscript {
  const dateline = manuscript.find(piece => piece.role === 'dateline')
  const bylines = manuscript.filter(piece => piece.role === 'byline')
  const bracket = /[（(]([^（）()]*)[）)]$/u.exec(dateline?.line.text ?? '')
  const [byline] = bylines
  if (!dateline || !byline || !bracket || !peopleIn(bracket[1] ?? '')) return manuscript
  const answer = pen.asks({
    key: 'bylines',
    text: '电头和文末都有署名，留哪一处？',
    words: `${dateline.line.text} … ${byline.line.text}`,
    choices: [
      { value: 'dateline', name: '只留电头里的' },
      { value: 'byline', name: '只留文末的' },
      { value: 'both', name: '都留' },
    ],
    free: null,
    at: byline.line.at,
  })
  if (answer === 'dateline') {
    return manuscript.filter(
      piece => piece.role !== 'byline' || !pen.makes('note-removed', piece.line.at, piece.line.text, ''),
    )
  }
  if (answer !== 'byline') return manuscript
  return manuscript.map(piece => {
    const { line } = piece
    if (piece !== dateline || !pen.makes('note-removed', placeAt(line, bracket.index), bracket[0], ''))
      return piece
    return { ...piece, line: splice(line, [{ from: bracket.index, to: line.text.length, put: '' }]) }
  })
}

/** More of a kind than this are not asked one by one. */
const mostAsked = 8

const looseQuotes = ruleOf('pair.unclosed')
const unclearPoints = ruleOf('mark.middle-dot')

/** What rules find in running text that only whoever reads it can mend: quotes that do not pair, points between Han. */
export function askMarks(manuscript: Manuscript, pen: Pen): Manuscript {
  let asked = 0
  return manuscript.map(piece => {
    if (piece.role === 'photo' || !looksAt(looseQuotes, piece.role)) return piece
    const context = { part: piece.role, caret: null }
    const { line } = piece
    if (looseQuotes.find(line.text, context).length > 0 && asked < mostAsked) {
      asked++
      pen.asks({
        key: `quotes@${line.at}`,
        text: '这一段的引号不成对，没有改。',
        words: line.text.slice(0, 24),
        choices: [{ value: 'keep', name: '知道了' }],
        free: null,
        at: line.at,
      })
    }
    const groups = unclearPoints.find(line.text, context).flatMap(({ from, fixes }) => {
      if (asked++ >= mostAsked) return []
      const answer = pen.asks({
        key: `point@${placeAt(line, from)}`,
        text: '这个点是什么？',
        words: line.text.slice(Math.max(0, from - 6), from + 7),
        choices: [
          { value: '。', name: '句号 。' },
          { value: '·', name: '间隔号 ·' },
          { value: 'keep', name: '不改' },
        ],
        free: null,
        at: placeAt(line, from),
      })
      const edits = fixes.find(([edit]) => edit?.put === answer)
      return edits ? [{ kind: 'mark-widened' as const, edits }] : []
    })
    return groups.length === 0 ? piece : { ...piece, line: pen.rewrite(line, groups) }
  })
}
