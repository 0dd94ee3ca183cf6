import { InputRule, inputRules } from 'prosemirror-inputrules'
import { storySchema } from '../../shared/story/schema'

const forms = '(?:本报讯|本报综合消息)(?:（[^）]{1,40}）)?|新华社[^，。]{1,12}?电(?:（[^）]{1,40}）)?'

/**
 * 本报讯 and a space at the start of the body opens a dateline. The space itself goes: the house sets the
 * one that is printed.
 */
export const datelineInput = inputRules({
  rules: [
    new InputRule(new RegExp(`^(${forms})[ \\u3000]$`), (state, match, start, end) => {
      const $start = state.doc.resolve(start)
      const before =
        $start.parent.type.name === 'paragraph' ? state.doc.resolve($start.before()).nodeBefore : null
      const opensBody = before?.type.name === 'deck' && $start.parentOffset === 0
      const words = match[1]
      if (!opensBody || words === undefined) return null
      return state.tr
        .addMark(start, end, storySchema.marks.dateline.create())
        .removeStoredMark(storySchema.marks.dateline)
    }),
  ],
})
