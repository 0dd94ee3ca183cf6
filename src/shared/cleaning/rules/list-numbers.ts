import type { Manuscript } from '../manuscript'
import type { Pen } from '../pen'
import { splice } from '../../text-place/traced-text'

const han = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一 to 九十九. */
function inHan(count: number): string {
  const tens = Math.floor(count / 10)
  const ones = count % 10
  if (count <= 10) return han[count] ?? String(count)
  if (count > 99) return String(count)
  return `${tens > 1 ? han[tens] : ''}十${ones > 0 ? han[ones] : ''}`
}

/** Numbers that the writing program made are not in the text: whether they are wanted, and how, is asked. */
export function addListNumbers(manuscript: Manuscript, pen: Pen): Manuscript {
  const numbered = manuscript.filter(piece => piece.look?.numbered === true && piece.line.text.trim() !== '')
  const [first] = numbered
  if (!first) return manuscript
  const answer = pen.asks({
    key: 'numbers',
    text: `${numbered.length} 段在原稿里带自动编号，号码不在文字里，补上吗？`,
    words: first.line.text.slice(0, 20),
    choices: [
      { value: 'han', name: '补成一、二、三、' },
      { value: 'arabic', name: '补成 1. 2. 3.' },
      { value: 'none', name: '不补' },
    ],
    free: null,
    at: first.line.at,
  })
  if (answer !== 'han' && answer !== 'arabic') return manuscript
  let count = 0
  return manuscript.map(piece => {
    if (!numbered.includes(piece)) return piece
    count++
    const put = answer === 'han' ? `${inHan(count)}、` : `${count}.`
    const edge = /^[\s\u3000]*/u.exec(piece.line.text)?.[0].length ?? 0
    if (!pen.makes('number-added', piece.line.at, '', put)) return piece
    return { ...piece, line: splice(piece.line, [{ from: edge, to: edge, put }]) }
  })
}
