import type { EditGroup } from '../pen'

/** One mark typed twice. ！！ and ？？ may be meant, and three points are an ellipsis. */
export function dropDoubles(text: string): EditGroup[] {
  return [...text.matchAll(/(?<!。)。。(?!。)|，，+|、、+|；；+|：：+/gu)].map(found => ({
    kind: 'mark-doubled',
    edits: [{ from: found.index + 1, to: found.index + found[0].length, put: '' }],
  }))
}

/** No 、 between items that all stand in quotes or 《》 (GB/T 15834 4.5.3.5). */
export function dropMarksBetweenQuotes(text: string): EditGroup[] {
  const groups: EditGroup[] = []
  for (const found of text.matchAll(/(?:“[^“”]*”|《[^《》]*》)(?:、(?:“[^“”]*”|《[^《》]*》))+/gu)) {
    const end = found.index + found[0].length
    // An item without quotes before or after them: then the marks are needed.
    if (text.charAt(found.index - 1) === '、' || text.charAt(end) === '、') continue
    for (const mark of found[0].matchAll(/(?<=[”》])、(?=[“《])/gu)) {
      const from = found.index + mark.index
      groups.push({ kind: 'mark-between-quotes', edits: [{ from, to: from + 1, put: '' }] })
    }
  }
  return groups
}
