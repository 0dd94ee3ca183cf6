import { peopleIn } from '../../style/forms/people'
import { isBareNames, readSignature, splitRunInSignature } from '../../style/forms/signature'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { sliceOf } from '../../text-place/traced-text'
import { endsSentence, trimmed } from '../words'
import { runningRange } from './note-lines'

/** 作者：, 供稿：, 通讯员：, 文|: a line that says itself whose story it is. */
const label =
  /^(?:作者|供稿|撰稿|撰文|来稿|文字|文|通讯员|记者|本报记者|采写)[ \u3000]*[:：/／|｜丨][ \u3000]*/u
const deeds = /(?:^|[\s\u3000])(?:图片|摄影|图)[ \u3000]*[:：/／|｜丨]/u

/** 县委宣传部, 县气象台: who hands in signs with its name. */
const office =
  /^\p{Script=Han}{2,18}(?:部|局|委|办|办公室|中心|站|台|院|校|社|会|团|队|公司|镇|乡|村|街道|法院|检察院|所|处)$/u
const dateLine =
  /^(?:20[0-9]{2}|[二〇○零一]{4})[年.\-/][0-9一二三四五六七八九十]{1,3}[月.\-/][0-9一二三四五六七八九十]{1,3}日?$/u

/**
 * 落款 becomes the byline: a line above or below the text that names who wrote, or names run in at the end of the last
 * paragraph. An office with a date under it is asked about, and who took pictures where it is not said of which.
 */
export function findBylines(manuscript: Manuscript, pen: Pen): Manuscript {
  const { first, end } = runningRange(manuscript)
  if (end === manuscript.length && first === end) return manuscript
  const photos = manuscript.filter(piece => piece.role === 'photo').length
  const found: Piece[] = []
  manuscript.forEach((piece, index) => {
    const text = trimmed(piece.line.text)
    if (piece.role !== 'paragraph' || text === '' || piece.isKept === true) {
      found.push(piece)
      return
    }
    if (index >= first && index < end) {
      found.push(...(index === end - 1 ? splitRunIn(piece, pen) : [piece]))
      return
    }
    const signs = signsStory(text, index >= end)
    if (signs === 'writes' && pen.makes('byline-found', piece.line.at, text, text)) {
      found.push({ ...piece, role: 'byline' })
    } else if (signs === 'writes') {
      found.push({ ...piece, isKept: true })
    } else if (signs === 'pictures' && index >= end) {
      found.push(...creditOf(piece, text, photos, pen))
    } else {
      found.push(piece)
    }
  })
  return askOffice(found, pen)
}

function signsStory(text: string, isBelow: boolean): 'writes' | 'pictures' | null {
  if (text.length > 60 || endsSentence(text)) return null
  const mark = label.exec(text)?.[0] ?? ''
  if (mark !== '' && !deeds.test(text)) return peopleIn(text.slice(mark.length)) ? 'writes' : null
  const signature = readSignature(text)
  if (signature) {
    // （完） and （本文有删节） are no names; a bracket must hold people.
    if (!peopleIn(text) && /^[（(]/u.test(text) && text.length > 5) return null
    return signature.writes ? 'writes' : 'pictures'
  }
  return isBelow && isBareNames(text) ? 'writes' : null
}

/** （王倩茹） behind the last sentence. */
function splitRunIn(piece: Piece, pen: Pen): Piece[] {
  const split = splitRunInSignature(piece.line.text)
  if (!split || !split.signature.writes) return [piece]
  const start = split.text.length
  const name = piece.line.text.slice(start)
  const edge = name.length - name.trimStart().length
  const body = split.text.trimEnd().length
  const line = sliceOf(piece.line, start + edge)
  if (!pen.makes('byline-found', line.at, name, line.text)) return [piece]
  return [
    { ...piece, line: sliceOf(piece.line, 0, body) },
    { ...piece, role: 'byline', look: null, line },
  ]
}

/** Who took pictures and stands below the text: sure with one picture, asked with several. */
function creditOf(piece: Piece, text: string, photos: number, pen: Pen): Piece[] {
  const { at } = piece.line
  const answer =
    photos === 1
      ? 'photo'
      : pen.asks({
          key: `credit@${at}`,
          text: photos === 0 ? '稿里没有图，这一行摄影署名怎么办？' : `这一行是全部 ${photos} 张图的署名吗？`,
          words: text,
          choices: [
            ...(photos > 0 ? [{ value: 'photo', name: '每张图都署' }] : []),
            { value: 'byline', name: '归入稿件署名' },
            { value: 'remove', name: '去掉' },
          ],
          free: null,
          at,
        })
  if (answer === 'photo' && pen.makes('credit-found', at, text, text)) return [{ ...piece, role: 'credit' }]
  if (answer === 'byline' && pen.makes('byline-found', at, text, text)) return [{ ...piece, role: 'byline' }]
  if (answer === 'remove' && pen.makes('note-removed', at, text, '')) return []
  return [{ ...piece, isKept: true }]
}

/** Credits below the text go to the pictures: to the only one, or by the answer to each. */
export function placeCredits(manuscript: Manuscript): Manuscript {
  const loose: Piece[] = []
  let isUnder = false
  const rest = manuscript.filter(piece => {
    if (piece.role === 'photo') isUnder = true
    else if (piece.role === 'credit' && !isUnder) loose.push(piece)
    else if (piece.role !== 'caption' && piece.role !== 'credit') isUnder = false
    return piece.role !== 'credit' || isUnder
  })
  if (loose.length === 0) return manuscript
  return rest.flatMap((piece, index) => {
    if (piece.role !== 'photo') return [piece]
    const under = rest.slice(index + 1, index + 3)
    const hasOwn =
      under[0]?.role === 'credit' || (under[0]?.role === 'caption' && under[1]?.role === 'credit')
    return hasOwn ? [piece] : [piece, ...loose]
  })
}

/** 云岭县气象台 / 2026年11月20日 at the end: a signature in a report, an ending in a notice. */
function askOffice(manuscript: Manuscript, pen: Pen): Manuscript {
  const texts = manuscript.map(piece => (piece.role === 'paragraph' ? trimmed(piece.line.text) : ''))
  const last = texts.findLastIndex(text => text !== '')
  const isDated = last >= 0 && dateLine.test((texts[last] ?? '').replace(/[ \u3000]/gu, ''))
  const nameAt = isDated ? texts.slice(0, last).findLastIndex(text => text !== '') : last
  const name = manuscript[nameAt]
  const text = texts[nameAt] ?? ''
  const hasText = texts.slice(0, Math.max(0, nameAt)).some(one => one.length >= 25)
  if (!name || !hasText || !office.test(text.replace(/[ \u3000]/gu, ''))) return manuscript
  const answer = pen.asks({
    key: `office@${name.line.at}`,
    text: isDated ? '末尾的单位和日期是落款吗？' : '末尾的单位是落款吗？',
    words: isDated ? `${text} ${texts[last] ?? ''}` : text,
    choices: [
      { value: 'byline', name: isDated ? '单位作署名，日期去掉' : '作署名' },
      { value: 'remove', name: '都去掉' },
      { value: 'keep', name: '留在正文' },
    ],
    free: null,
    at: name.line.at,
  })
  if (answer !== 'byline' && answer !== 'remove') return manuscript
  return manuscript.flatMap((piece, index): Piece[] => {
    if (index !== nameAt && !(isDated && index === last)) return [piece]
    const own = piece.line.text
    if (index === nameAt && answer === 'byline')
      return pen.makes('byline-found', piece.line.at, own, own) ? [{ ...piece, role: 'byline' }] : [piece]
    return pen.makes('note-removed', piece.line.at, own, '') ? [] : [piece]
  })
}
