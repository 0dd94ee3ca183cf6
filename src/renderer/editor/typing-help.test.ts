import { undoInputRule } from 'prosemirror-inputrules'
import { EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, test } from 'vitest'
import { documentOf, emptyParts } from '../../shared/story/parts'
import type { TypingSwitch } from '../../shared/style/typing-switches'
import { typingHelp } from './typing-help'

/** The first paragraph as one types into it, stroke by stroke. */
class Typist {
  state: EditorState
  readonly #plugin

  constructor(isOn: (name: TypingSwitch) => boolean = () => true, text = '') {
    this.#plugin = typingHelp(isOn)
    const doc = documentOf({ ...emptyParts, blocks: [{ kind: 'paragraph', text }] })
    this.state = EditorState.create({ doc, plugins: [this.#plugin] })
    let end = 0
    doc.descendants((node, pos) => {
      if (node.type.name === 'paragraph') end = pos + 1 + node.content.size
    })
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(doc, end)))
  }

  type(text: string): this {
    for (const stroke of text) {
      const { from, to } = this.state.selection
      const view = {
        state: this.state,
        composing: false,
        dispatch: (tr: EditorState['tr']) => (this.state = this.state.apply(tr)),
      } as unknown as EditorView
      const handle = this.#plugin.props.handleTextInput
      const handled = handle?.call(this.#plugin, view, from, to, stroke, () =>
        this.state.tr.insertText(stroke),
      )
      if (handled !== true) this.state = this.state.apply(this.state.tr.insertText(stroke, from, to))
    }
    return this
  }

  /** Words at once; the rules are asked when the composition has ended, as prosemirror-inputrules does. */
  compose(words: string): this {
    for (const stroke of words.length > 1 && /^[.-]/.test(words) ? [...words] : [words]) {
      this.state = this.state.apply(this.state.tr.insertText(stroke))
      const { from } = this.state.selection
      const view = {
        state: this.state,
        composing: false,
        dispatch: (tr: EditorState['tr']) => (this.state = this.state.apply(tr)),
      } as unknown as EditorView
      this.#plugin.props.handleTextInput?.call(this.#plugin, view, from, from, '', () => this.state.tr)
    }
    return this
  }

  backspace(): this {
    undoInputRule(this.state, tr => (this.state = this.state.apply(tr)))
    return this
  }

  get text(): string {
    return this.state.selection.$from.parent.textContent
  }
}

describe('typing help', () => {
  test.each([
    ['他说"好"。', '他说“好”。'],
    ['"好', '“好'],
    ['他说"她讲\'好\'了"', '他说“她讲‘好’了”'],
    ['他说“她讲“好”了”', '他说“她讲‘好’了”'],
    ['“‘好’”', '“‘好’”'],
    ["it's", "it's"],
    ['等等...', '等等……'],
    ['等等。。。', '等等……'],
    ['他说--好', '他说——好'],
    ['冬灌,开闸', '冬灌，开闸'],
    ['开闸.', '开闸。'],
    ['一是:好;二是:快!真的?', '一是：好；二是：快！真的？'],
    ['东川镇(县城东)有', '东川镇（县城东）有'],
    ['《云岭报》,', '《云岭报》，'],
    ['3.5公里', '3.5公里'],
    ['10:30', '10:30'],
    ['1,000人', '1,000人'],
    ['a.b(c)', 'a.b(c)'],
    ['http://x.cn', 'http://x.cn'],
    ['２０２６年', '2026年'],
    ['４Ｇ', '4G'],
    ['气温3。5度', '气温3.5度'],
    ['网址www。ylb。cn', '网址www.ylb.cn'],
    ['今年是2026。', '今年是2026。'],
    ['《读《红楼梦》有感》', '《读〈红楼梦〉有感》'],
    ['《云岭报》《清水河》', '《云岭报》《清水河》'],
    ['WPS,Office(2026)', 'WPS,Office(2026)'],
    ['增长3.5%,达到', '增长3.5%，达到'],
    ['(附图)', '（附图）'],
    ['用WPS(2026)写', '用WPS（2026）写'],
    ['等等···', '等等……'],
    ['他说---好', '他说——好'],
    ['a...', 'a...'],
    ['编号A--B', '编号A--B'],
    ['增长98％', '增长98%'],
    ['１２．５万吨', '12.5万吨'],
    ['开展‘双抢’', '开展“双抢”'],
    ['5"屏幕', '5"屏幕'],
    ['say "hello"', 'say "hello"'],
  ])('%s → %s', (typed, text) => {
    expect(new Typist().type(typed).text).toBe(text)
  })

  test.each([
    ['他说"', '他说"'],
    ['等...', '等。..'],
    ['等…', '等…'],
    ['说--', '说--'],
    ['增长3.5%,达', '增长3.5%,达'],
    ['(附图)', '(附图)'],
    ['冬灌,', '冬灌,'],
    ['２', '２'],
    ['3。5', '3。5'],
    ['《读《', '《读《'],
    ['县(', '县('],
  ])('one Backspace gives %s back as it was typed', (typed, text) => {
    expect(new Typist().type(typed).backspace().text).toBe(text)
  })

  test.each([
    ['冬灌,', '开闸', '冬灌,开闸'],
    ['县(', '附图)有', '县(附图)有'],
    ['等...', '好', '等。..好'],
    ['增长3.5%,达', '到', '增长3.5%,达到'],
  ])('%s, taken back, stays so when %s follows', (typed, more, text) => {
    expect(new Typist().type(typed).backspace().type(more).text).toBe(text)
  })

  test.each<[TypingSwitch, string]>([
    ['quotes', '说"好"'],
    ['ellipsis', '等…'],
    ['dash', '说--好'],
    ['marks', '冬灌,'],
    ['digits', '２０'],
    ['points', '3。5'],
    ['titles', '《读《红》》'],
  ])('%s can be switched off', (off, typed) => {
    expect(new Typist(name => name !== off).type(typed).text).toBe(typed)
  })

  test.each([
    ['他说', '"', '好', '他说“好'],
    ['等等', '...', '', '等等……'],
    ['他说', '--', '好', '他说——好'],
    ['冬灌', ',', '开闸', '冬灌，开闸'],
    ['他说“她讲', '“', '好', '他说“她讲‘好'],
    ['气温3', '。', '5', '气温3.5'],
  ])('what an input method writes is helped as well: %s %s %s', (first, second, third, text) => {
    const typist = new Typist()
    for (const words of [first, second, third]) if (words !== '') typist.compose(words)
    expect(typist.text).toBe(text)
  })

  test('goes by what stands before in the paragraph', () => {
    expect(new Typist(undefined, '他说“好').type('"').text).toBe('他说“好”')
    expect(new Typist(undefined, '他说“好”').type('"').text).toBe('他说“好”“')
  })

  test('inside a whole quotation an inner one begins and ends', () => {
    const typist = new Typist(undefined, '他说：“今年真好”')
    const { state } = typist
    typist.state = state.apply(
      state.tr.setSelection(TextSelection.create(state.doc, state.selection.from - 3)),
    )
    expect(typist.type('"特别"').text).toBe('他说：“今年‘特别’真好”')
  })
})
