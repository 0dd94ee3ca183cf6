import { history, undo } from 'prosemirror-history'
import { undoInputRule } from 'prosemirror-inputrules'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, test } from 'vitest'
import { partsOf, type StoryParts } from '../../../shared/story/parts'
import { bylines } from '../../../shared/style/forms/bylines.testing'
import { crosshead, p, photo, stateOf, story, summary } from '../sheet.testing'
import { addRelated } from '../parts/part-adding'
import { datelineInput, openedDateline } from './dateline-input'
import { formLeft, houseForms } from './house-forms'

/** A sheet that is typed into stroke by stroke, or as an input method writes: whole words at once. */
class Sheet {
  state: EditorState
  composing = false
  readonly #views
  constructor(parts: Partial<StoryParts>) {
    this.state = stateOf(story(parts), [...datelineInput, houseForms, history()])
    this.#views = houseForms.spec.view!(this as unknown as EditorView)
  }
  dispatch = (tr: Transaction) => {
    const before = this.state
    this.state = this.state.apply(tr)
    this.#views.update?.(this as unknown as EditorView, before)
  }
  type(text: string): this {
    for (const stroke of text) {
      const { from, to } = this.state.selection
      const deflt = () => this.state.tr.insertText(stroke, from, to)
      const handled = this.state.plugins.some(
        plugin =>
          plugin.props.handleTextInput?.call(
            plugin,
            this as unknown as EditorView,
            from,
            to,
            stroke,
            deflt,
          ) === true,
      )
      if (!handled) this.dispatch(deflt())
    }
    return this
  }
  compose(text: string): this {
    this.dispatch(this.state.tr.insertText(text))
    const rules = this.state.plugins.find(plugin => (plugin.spec as { isInputRules?: boolean }).isInputRules)!
    const { from, $from } = this.state.selection
    // What prosemirror-inputrules does when a composition ends, without its pause.
    const rule = rules.props.handleTextInput!
    const view = Object.assign(Object.create(this) as Sheet, { composing: false })
    if ($from.parent.isTextblock)
      rule.call(rules, view as unknown as EditorView, from, from, '', () => this.state.tr)
    return this
  }
  backspace(): this {
    undoInputRule(this.state, this.dispatch)
    return this
  }
  /** The caret to the end of the headline. */
  leave(): this {
    let end = 0
    this.state.doc.forEach((node, at) => {
      if (node.type.name === 'headline') end = at + 1 + node.content.size
    })
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, end)))
    return this
  }
  get parts() {
    return partsOf(this.state.doc)
  }
}

describe('a dateline as it is written', () => {
  test.each([
    ['本报讯 入冬', '本报讯', '入冬'],
    ['本报讯　入冬', '本报讯', '入冬'],
    ['本报讯入冬', '本报讯', '入冬'],
    ['本报讯（记者 张三）入冬', '本报讯（记者 张三）', '入冬'],
    ['本报讯（记者 张三 通讯员 李四） 入冬', '本报讯（记者 张三 通讯员 李四）', '入冬'],
    ['本报讯（记者 张三)入冬', '本报讯（记者 张三）', '入冬'],
    ['本报讯 记者张三报道：入冬', '本报讯 记者张三报道：', '入冬'],
    ['本报综合消息 入冬', '本报综合消息', '入冬'],
    ['新华社北京11月3日电 国家', '新华社北京11月3日电', '国家'],
    ['新华社北京11月3日电（记者 宋远山）国家', '新华社北京11月3日电（记者 宋远山）', '国家'],
    ['本报讯', '', '本报讯'],
    ['本报讯（记者 张', '', '本报讯（记者 张'],
    ['本报电话已更换', '', '本报电话已更换'],
    ['本报记者得到消息，', '', '本报记者得到消息，'],
    ['近日，本报讯 入冬', '', '近日，本报讯 入冬'],
  ])('%s', (typed, dateline, text) => {
    const { parts } = new Sheet({ blocks: [p('|')] }).type(typed)
    expect(parts.dateline).toBe(dateline)
    expect(parts.blocks[0]).toEqual(p(text))
  })

  test.each([
    [['本报讯', '入冬以来'], '本报讯', '入冬以来'],
    [['本报讯（记者 张三）', '入冬'], '本报讯（记者 张三）', '入冬'],
    [['本报讯（记者', ' 张三', '）', '入冬'], '本报讯（记者 张三）', '入冬'],
    [['新华社北京', '11月3日电', '国家'], '新华社北京11月3日电', '国家'],
  ])('written by an input method: %j', (words, dateline, text) => {
    const sheet = new Sheet({ blocks: [p('|')] })
    for (const one of words) sheet.compose(one)
    expect(sheet.parts.dateline).toBe(dateline)
    expect(sheet.parts.blocks[0]).toEqual(p(text))
  })

  test('opens the first paragraph of the body, whatever stands before it, and no other', () => {
    expect(
      new Sheet({ blocks: [summary('提要'), crosshead('题'), p('|')] }).type('本报讯 水').parts.dateline,
    ).toBe('本报讯')
    expect(new Sheet({ blocks: [p('水'), p('|')] }).type('本报讯 水').parts.dateline).toBe('')
  })

  test('one Backspace takes it back, and it stays text', () => {
    const sheet = new Sheet({ blocks: [p('|')] }).type('本报讯 ').backspace()
    expect(sheet.parts).toMatchObject({ dateline: '', blocks: [p('本报讯 ')] })
    expect(sheet.type('入冬以来').parts).toMatchObject({ dateline: '', blocks: [p('本报讯 入冬以来')] })
  })

  test('names that come later grow it', () => {
    const sheet = new Sheet({ dateline: '本报讯', blocks: [p('|水')] })
    const { doc, selection } = sheet.state
    sheet.dispatch(sheet.state.tr.setSelection(TextSelection.create(doc, selection.head)))
    expect(sheet.type('（记者 张三）').parts).toMatchObject({
      dateline: '本报讯（记者 张三）',
      blocks: [p('水')],
    })
  })

  test('a text that goes on for long is left alone', () => {
    expect(openedDateline(`本报讯${'水'.repeat(30)}`)).toBeNull()
  })
})

describe('a byline as it is left', () => {
  test.each(bylines)('%s → %s', (written, form) => {
    expect(new Sheet({ byline: '|' }).type(written).leave().parts.byline).toBe(form)
  })

  test('also when adding another part leaves it', () => {
    const sheet = new Sheet({ byline: '|' }).type('张三')
    addRelated(sheet.state, sheet.dispatch)
    expect(sheet.parts.byline).toBe('（张三）')
    expect(sheet.state.selection.$from.parent.type.name).toBe('related')
  })

  test('one that nobody has written in stays as it came', () => {
    expect(new Sheet({ byline: '张三|' }).leave().parts.byline).toBe('张三')
  })

  test('undo takes the brackets and leaves the name, and they do not come again', () => {
    const sheet = new Sheet({ byline: '|' }).type('张三').leave()
    undo(sheet.state, sheet.dispatch)
    expect(sheet.parts.byline).toBe('张三')
    expect(sheet.leave().parts.byline).toBe('张三')
  })

  test('while an input method composes nothing is put', () => {
    const sheet = new Sheet({ byline: '|' }).type('张三')
    sheet.composing = true
    expect(sheet.leave().parts.byline).toBe('张三')
  })
})

describe('a caption as it is left', () => {
  test.each([
    ['菜农采摘西红柿。 史婉 摄', '', '菜农采摘西红柿。', '史婉 摄'],
    ['菜农采摘西红柿。县融媒体中心供图', '', '菜农采摘西红柿。', '县融媒体中心 供图'],
    ['菜农采摘西红柿。（史婉摄）', '', '菜农采摘西红柿。', '史婉 摄'],
    ['菜农采摘西红柿。', '', '菜农采摘西红柿。', ''],
    ['菜农采摘西红柿。 史婉 摄', '江南 摄', '菜农采摘西红柿。 史婉 摄', '江南 摄'],
  ])('%s with the credit “%s”', (typed, credit, caption, left) => {
    const sheet = new Sheet({ blocks: [p('水'), photo('|', credit)] }).type(typed).leave()
    expect(sheet.parts.blocks[1]).toMatchObject({ caption, credit: left })
  })
})

test('a place that is gone has no form', () => {
  expect(formLeft(stateOf(story({ headline: '题|' })), 5000)).toBeNull()
})
