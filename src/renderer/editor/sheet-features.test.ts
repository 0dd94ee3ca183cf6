import { EditorState, type Plugin } from 'prosemirror-state'
import { collab } from 'prosemirror-collab'
import { history } from 'prosemirror-history'
import { describe, expect, it, vi } from 'vitest'
import { documentOf, emptyParts } from '../../shared/story/parts'
import { sheetFeatures } from './sheet-features'

// Without a window there is no line to the newsroom; no plugin asks for it before somebody types.
vi.mock('../newsroom/client', () => ({
  client: {},
  connection: { up: false, watch: () => () => undefined },
  failureOf: (error: unknown) => error,
}))

const context = { storyId: 'story', personId: 'me' }
const names = sheetFeatures.map(({ name }) => name)

/** Where the order decides: the first must be asked, or must have done its part, before the second. */
const order: readonly (readonly [first: string, second: string, why: string])[] = [
  ['parts', 'writing', 'Enter and Tab choose in the open menu before they part a paragraph or travel'],
  ['forms', 'typing help', 'a dateline’s bracket and space open it before a mark is set right'],
  ['fresh selection', 'photos', 'the caret is where the browser has it before a picture is put there'],
  ['fresh selection', 'paste', 'and before words are'],
  ['photos', 'paste', 'what is pasted as files of pictures is that, whatever words stand beside it'],
  ['revision', 'notes', 'notes follow the log on the text that revision has played it to'],
]

describe('the features of the sheet', () => {
  it.each(order)('%s stands before %s: %s', (first, second) => {
    expect(names).toContain(first)
    expect(names).toContain(second)
    expect(names.indexOf(first)).toBeLessThan(names.indexOf(second))
  })

  it('have names of their own', () => {
    expect(new Set(names).size).toBe(names.length)
  })

  const pluginsOf = () => sheetFeatures.flatMap(feature => feature.plugins?.(context) ?? [])

  it('make one state together, with what undo and collaboration bring', () => {
    const doc = documentOf({ ...emptyParts, headline: '题' })
    const plugins: Plugin[] = [history(), collab({ version: 3, clientID: 'me' }), ...pluginsOf()]
    let state = EditorState.create({ doc, plugins })
    expect(state.plugins).toHaveLength(plugins.length)
    state = state.apply(state.tr.insertText('新', 1))
    expect(state.doc.textContent).toBe('新题')
  })

  it('draw each kind of node in one way', () => {
    const drawn = sheetFeatures.flatMap(({ nodeViews }) => Object.keys(nodeViews ?? {}))
    expect(new Set(drawn).size).toBe(drawn.length)
  })
})
