/** A stretch of a text and what is put over it; offsets in UTF-16 units. What is only taken out puts ''. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly put: string
}

/** A text with stretches replaced; they do not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let done = 0
  let after = ''
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    after += text.slice(done, edit.from) + edit.put
    done = edit.to
  }
  return after + text.slice(done)
}
