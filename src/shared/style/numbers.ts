import { replaced, type Finding, type StyleRule } from './rule'

const narrowSign = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)

/** Full-width digits, letters and ％, and the full-width point between such. */
function fullWidthSigns(text: string): Finding[] {
  const runs = /(?:[０-９Ａ-Ｚａ-ｚ％]|(?<=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ])．(?=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]))+/gu
  return [...text.matchAll(runs)].map(({ index, 0: run }) =>
    replaced(index, index + run.length, [...run].map(narrowSign).join('')),
  )
}

/** 3。5: the input method's full stop between two figures or letters. Over a whole text it may end a sentence. */
const stopsBetweenFigures = (text: string): Finding[] =>
  [...text.matchAll(/(?<=[0-9A-Za-z])。(?=[0-9A-Za-z])/gu)].map(({ index }) =>
    replaced(index, index + 1, '.'),
  )

/** Unit signs that are one character of a font rather than words of a newspaper, and the words. */
export const units: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  '㎥': '立方米',
  '㎞': '公里',
  '㎢': '平方公里',
  '㎏': '公斤',
  '㎝': '厘米',
  '㎜': '毫米',
}

const unitSigns = (text: string): Finding[] =>
  [...text.matchAll(/[㎡㎥㎞㎢㎏㎝㎜]/gu)].map(({ index, 0: sign }) =>
    replaced(index, index + 1, units[sign] ?? sign),
  )

/** Numbers and what belongs to them (GB/T 15835). */
export const numbers = [
  {
    id: 'num.full-width',
    name: '全角数字、字母',
    done: '全角数字、字母改成半角',
    source: 'GB/T 15835—2011 5.1.7',
    isSafe: true,
    parts: null,
    find: fullWidthSigns,
    examples: {
      wrong: [
        ['２０２５年', '2025年'],
        ['１２．５万吨', '12.5万吨'],
        ['12．5万吨', '12.5万吨'],
        ['增长９８％', '增长98%'],
        ['增长98％', '增长98%'],
        ['ＧＤＰ总量', 'GDP总量'],
        ['新华社北京１１月３日电', '新华社北京11月3日电', 'dateline'],
      ],
      right: ['2025年', '增长98%', '第1．种植'],
    },
    typing: { switch: 'digits', strokes: /(?:[０-９Ａ-Ｚａ-ｚ％]|．[0-9A-Za-z])$/u },
  },
  {
    id: 'num.point',
    name: '小数点写成句号',
    done: '数字中间的。改成.',
    source: 'GB/T 15835—2011 5.1.2',
    isSafe: false,
    parts: null,
    find: stopsBetweenFigures,
    examples: {
      wrong: [
        ['气温3。5度', '气温3.5度'],
        ['网址www。ylb。cn', '网址www.ylb.cn'],
      ],
      right: ['今年是2026。', '今年是2026。明年', '气温3.5度'],
    },
    typing: { switch: 'points', strokes: /。[0-9A-Za-z]$/u },
  },
  {
    id: 'num.unit',
    name: '单位符号',
    done: '单位符号改成文字',
    source: 'GB/T 15835—2011，报纸习惯',
    isSafe: true,
    parts: null,
    find: unitSigns,
    examples: {
      wrong: [
        ['面积30㎡', '面积30平方米'],
        ['行程5㎞', '行程5公里'],
      ],
      right: ['气温20℃', '面积30平方米'],
    },
    typing: null,
  },
] as const satisfies readonly StyleRule[]
