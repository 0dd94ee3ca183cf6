import { edited } from '../text-place/text-edit'
import type { TextPartName } from '../text-place/text-place'
import { helpAt } from './typing'
import type { TypingSwitch } from './typing-switches'

/** A text as it stands once it was typed stroke by stroke with the desk's help. */
export function typed(
  strokes: string,
  part: TextPartName = 'paragraph',
  isOn: (name: TypingSwitch) => boolean = () => true,
): string {
  let text = ''
  for (const stroke of strokes) {
    text += stroke
    for (const fix of helpAt({ text, part, caret: text.length, length: stroke.length }, isOn)) {
      text = edited(text, fix)
    }
  }
  return text
}
