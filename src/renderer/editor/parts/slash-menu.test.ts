import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, test } from 'vitest'
import { partsOf, type StoryParts } from '../../../shared/story/parts'
import { crosshead, p, stateOf, story, summary } from '../sheet.testing'
import { choicesFor, slashMenu, slashMenuOf } from './slash-menu'

/** A sheet as far as the menu's plugin sees it. */
class Sheet {
  state: EditorState
  composing = false
  constructor(parts: Partial<StoryParts>) {
    this.state = stateOf(story(parts), [slashMenu])
  }
  dispatch = (tr: Transaction) => {
    this.state = this.state.apply(tr)
  }
  focus() {}

  type(text: string): this {
    for (const stroke of text) {
      const { from, to } = this.state.selection
      const deflt = () => this.state.tr.insertText(stroke, from, to)
      const handled = slashMenu.props.handleTextInput!.call(
        slashMenu,
        this as unknown as EditorView,
        from,
        to,
        stroke,
        deflt,
      )
      if (handled !== true) this.dispatch(deflt())
    }
    return this
  }

  press(key: string, isComposing = false): boolean {
    const event = { key, isComposing, keyCode: isComposing ? 229 : 0 } as KeyboardEvent
    return slashMenu.props.handleKeyDown!.call(slashMenu, this as unknown as EditorView, event) === true
  }

  get choices(): string[] | undefined {
    return slashMenuOf(this.state)?.choices.map(part => part.name)
  }
  get blocks() {
    return partsOf(this.state.doc).blocks
  }
}

const empty = () => new Sheet({ blocks: [p('水'), p('|')] })

describe('the slash menu', () => {
  test.each(['/', '、', '／'])('%s in an empty paragraph offers all parts', stroke => {
    expect(empty().type(stroke).choices).toHaveLength(choicesFor('').length)
  })

  test('a stroke at the start of a paragraph that has words opens it, elsewhere it is text', () => {
    expect(new Sheet({ blocks: [p('|水')] }).type('/').choices).toBeDefined()
    expect(new Sheet({ blocks: [p('水|')] }).type('/').choices).toBeUndefined()
    expect(new Sheet({ headline: '|' }).type('/').choices).toBeUndefined()
    expect(new Sheet({ blocks: [crosshead('|')] }).type('/').choices).toBeUndefined()
  })

  test.each([
    ['xbt', '小标题'],
    ['小标', '小标题'],
    ['XG', '相关链接'],
    ['提', '提要'],
  ])('%s narrows it', (words, name) => {
    expect(empty().type(`/${words}`).choices).toEqual([name])
  })

  test('words that no part has close it and stay', () => {
    const sheet = empty().type('/县')
    expect(sheet.choices).toBeUndefined()
    expect(sheet.blocks[1]).toEqual(p('/县'))
  })

  test('Enter does what is chosen, and takes the stroke and the words away', () => {
    const sheet = empty().type('/xbt')
    expect(sheet.press('Enter')).toBe(true)
    expect(sheet.blocks).toEqual([p('水'), crosshead('')])
    expect(sheet.choices).toBeUndefined()
  })

  test('arrows go round, a figure chooses at once', () => {
    const sheet = empty().type('/')
    sheet.press('ArrowUp')
    expect(slashMenuOf(sheet.state)?.at).toBe(choicesFor('').length - 1)
    sheet.press('ArrowDown')
    expect(slashMenuOf(sheet.state)?.at).toBe(0)
    sheet.press('3')
    expect(sheet.blocks).toEqual([summary(''), p('水'), p('')])
  })

  test('Esc leaves the stroke as text', () => {
    const sheet = empty().type('/')
    expect(sheet.press('Escape')).toBe(true)
    expect(sheet.choices).toBeUndefined()
    expect(sheet.type('x').choices).toBeUndefined()
    expect(sheet.blocks[1]).toEqual(p('/x'))
  })

  test('it goes when the caret leaves or the stroke is deleted', () => {
    const sheet = empty().type('/')
    sheet.dispatch(sheet.state.tr.delete(sheet.state.selection.head - 1, sheet.state.selection.head))
    expect(sheet.choices).toBeUndefined()
  })

  test('while an input method composes it neither opens nor takes keys', () => {
    const sheet = empty()
    sheet.composing = true
    expect(sheet.type('/').choices).toBeUndefined()
    const open = empty().type('/')
    expect(open.press('Enter', true)).toBe(false)
    open.composing = true
    expect(open.press('ArrowDown')).toBe(false)
    expect(open.choices).toBeDefined()
  })
})
