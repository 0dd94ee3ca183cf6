import { InputRule, inputRules } from 'prosemirror-inputrules'
import type { EditorState, Plugin, Transaction } from 'prosemirror-state'
import { helpAt, mayHelp } from '../../shared/style/typing'
import type { TypingSwitch } from '../../shared/style/typing-switches'
import type { TextEdit } from '../../shared/text-place/text-edit'
import type { TextPartName } from '../../shared/text-place/text-place'

/** Whatever has been written: the rules themselves say what they look at. */
const anyWriting = /^[\s\S]+$/u

/**
 * House style's rules that help while one types, as a plugin: one Backspace takes a help back. `isOn` is asked at every
 * stroke, so that a switch works at once.
 */
export function typingHelp(isOn: (name: TypingSwitch) => boolean): Plugin {
  return inputRules({
    rules: [
      new InputRule(anyWriting, (state, [written], start, end) =>
        mayHelp(written) ? helped(state, written, start, end, isOn) : null,
      ),
    ],
  })
}

/**
 * What the stroke becomes. `written` begins at `start`; its end, which has just been typed, is not in the document yet
 * and goes over what is selected up to `end`. What an input method wrote is there, and `written` is all of it.
 */
function helped(
  state: EditorState,
  written: string,
  start: number,
  end: number,
  isOn: (name: TypingSwitch) => boolean,
): Transaction | null {
  const from = state.selection.to === end ? Math.max(start, state.selection.from) : end
  const typed = written.slice(from - start)
  const tr = typed === '' ? state.tr : state.tr.insertText(typed, from, end)
  const { parent, parentOffset } = tr.doc.resolve(from + typed.length)
  const fixes = helpAt(
    {
      text: parent.textBetween(0, parent.content.size, undefined, '￼'),
      // Textblocks are named as the parts are; the dateline is written as a paragraph's beginning.
      part: parent.type.name as TextPartName,
      caret: parentOffset,
      length: typed === '' ? lastCharacter(written) : typed.length,
    },
    isOn,
  )
  if (fixes.length === 0) return null
  for (const fix of fixes) put(tr, from + typed.length - parentOffset, fix)
  return tr
}

const lastCharacter = (text: string) => [...text].at(-1)?.length ?? 0

/** Makes the edits of one fix in the part whose text begins at a position. */
function put(tr: Transaction, partStart: number, fix: readonly TextEdit[]): void {
  for (const { from, to, put: text } of fix.toReversed())
    tr.insertText(text, partStart + from, partStart + to)
}
