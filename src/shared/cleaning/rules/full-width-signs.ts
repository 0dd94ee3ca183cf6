import type { EditGroup } from '../pen'

/** Full-width digits and letters, the point between digits, ％ and ／ beside them (GB/T 15835). */
export function narrowSigns(text: string): EditGroup[] {
  return [...text.matchAll(/[０-９Ａ-Ｚａ-ｚ％]+(?:．[０-９]+[０-９Ａ-Ｚａ-ｚ％]*)*/gu)].map(found => ({
    kind: 'sign-narrowed',
    edits: [{ from: found.index, to: found.index + found[0].length, put: narrow(found[0]) }],
  }))
}

const narrow = (signs: string) =>
  [...signs].map(sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).join('')

/** Unit signs that are one character of a font rather than words of a newspaper. */
const units: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  '㎥': '立方米',
  '㎞': '公里',
  '㎢': '平方公里',
  '㎏': '公斤',
  '㎝': '厘米',
  '㎜': '毫米',
}

export function spellUnits(text: string): EditGroup[] {
  return [...text.matchAll(/[㎡㎥㎞㎢㎏㎝㎜]/gu)].map(found => ({
    kind: 'unit-spelt',
    edits: [{ from: found.index, to: found.index + 1, put: units[found[0]] ?? found[0] }],
  }))
}
