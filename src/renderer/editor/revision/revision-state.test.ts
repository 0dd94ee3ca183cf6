import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { EditorState, TextSelection } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import type { LoggedStep, StoryTrail } from '../../../shared/contract'
import { loggedMeta } from '../../../shared/story/log/log-client'
import { documentOf, emptyParts, partsOf } from '../../../shared/story/parts'
import { storySchema } from '../../../shared/story/schema'
import { startTrail, trailToJson } from '../../../shared/story/trail/trail'
import { deletedWords } from './revision-marks'
import { refuse, revision, setTrail, settleable, shownTrail, trailFits } from './revision-state'

const doc = documentOf({
  ...emptyParts,
  headline: '冬灌开闸',
  blocks: [{ kind: 'paragraph', text: '今年冬灌比去年提前5天。' }],
})
const begun = (version: number): StoryTrail => {
  const { base, changes } = trailToJson(startTrail(version, doc))
  return {
    storyId: 's',
    version,
    base,
    changes: [...changes] as StoryTrail['changes'],
    begunBy: 'a',
    begunAt: '2026-11-24T10:00:00.000Z',
  }
}

/** One window on the story. */
class Window {
  state: EditorState
  constructor(readonly me: string) {
    const own = revision(
      () => me,
      () => ({ colour: '#1d4e89', title: me }),
    )
    this.state = EditorState.create({ doc, plugins: [collab({ version: 0, clientID: me }), own] })
  }
  apply(tr: EditorState['tr']) {
    this.state = this.state.apply(tr)
    return this
  }
  begin() {
    return this.apply(setTrail(this.state.tr, begun(0)))
  }
  at(text: string): number {
    let found = -1
    this.state.doc.descendants((node, pos) => {
      if (node.isText && found < 0 && node.text!.includes(text)) found = pos + node.text!.indexOf(text)
    })
    return found
  }
  type(before: string, text: string) {
    return this.apply(this.state.tr.insertText(text, this.at(before)))
  }
  delete(text: string) {
    return this.apply(this.state.tr.delete(this.at(text), this.at(text) + text.length))
  }
  receive(logged: LoggedStep[]) {
    const steps = logged.map(one => one.step)
    const tr = receiveTransaction(
      this.state,
      steps.map(step => Step.fromJSON(storySchema, step)),
      logged.map(one => one.clientId),
    )
    return this.apply(tr.setMeta(loggedMeta, logged))
  }
  get told() {
    return settleable(this.state).map(({ fromA, toA, fromB, toB, inserted, deleted }) => {
      const gone = shownTrail(this.state)!.changes.startDoc.textBetween(fromA, toA)
      const come = this.state.doc.textBetween(fromB, toB)
      return `${inserted[0]?.data.by ?? deleted[0]?.data.by} ${gone}→${come}`
    })
  }
}

/** Takes what a window has to send into the log. */
function logged(window: Window, from: number): LoggedStep[] {
  return (sendableSteps(window.state)?.steps ?? []).map((step, at) => ({
    version: from + at + 1,
    step: step.toJSON() as Record<string, unknown>,
    clientId: window.me,
    personId: window.me,
    at: '2026-11-24T10:05:00.000Z',
  }))
}

describe('revision in a window', () => {
  test('nothing is told before a trail begins', () => {
    expect(new Window('周岚').type('提前', '又').told).toEqual([])
  })

  test('own work is told before the newsroom has it, and the same after', () => {
    const window = new Window('周岚').begin().type('提前', '又').delete('今年')
    const before = window.told
    expect(before).toEqual(['周岚 今年→', '周岚 →又'])
    window.receive(logged(window, 0))
    expect(window.told).toEqual(before)
  })

  test('others’ work is theirs, though it came while one typed', () => {
    const mine = new Window('周岚').begin()
    const theirs = new Window('陆远').begin()
    theirs.delete('5天')
    mine.type('提前', '又')
    mine.receive(logged(theirs, 0))
    expect(mine.told).toEqual(['周岚 →又', '陆远 5天→'])
    mine.receive(logged(mine, 1))
    expect(mine.told).toEqual(['周岚 →又', '陆远 5天→'])
  })

  test('what was deleted is not in the text, so a copy cannot take it along', () => {
    const window = new Window('周岚').begin().delete('今年')
    expect(window.state.doc.textBetween(0, window.state.doc.content.size)).not.toContain('今年')
    const all = TextSelection.create(window.state.doc, 1, window.state.doc.content.size - 1)
    expect(all.content().content.textBetween(0, all.content().size)).not.toContain('今年')
  })

  test('refusing is an edit that gives the agreed text back, one change or all', () => {
    const window = new Window('周岚').begin().type('提前', '又').delete('今年')
    window.apply(refuse(window.state, settleable(window.state).slice(0, 1))!)
    expect(window.told).toEqual(['周岚 →又'])
    window.apply(refuse(window.state, settleable(window.state))!)
    expect(window.told).toEqual([])
    expect(partsOf(window.state.doc)).toEqual(partsOf(doc))
    expect(refuse(window.state, [])).toBeNull()
  })

  test('a trail of another version is not put in', () => {
    const window = new Window('周岚')
    expect(trailFits(window.state, begun(0))).toBe(true)
    expect(trailFits(window.state, begun(3))).toBe(false)
  })

  test('ends', () => {
    const window = new Window('周岚').begin().type('提前', '又')
    expect(window.apply(setTrail(window.state.tr, null)).told).toEqual([])
  })
})

test.each([
  ['inside one part', '去年', '去年'],
  ['across an empty part', '开闸¶今年', '开闸¶¶今年'],
])('deleted words %s', (_, range, expected) => {
  const base = documentOf({
    ...emptyParts,
    headline: '冬灌开闸',
    blocks: [{ kind: 'paragraph', text: '今年去年' }],
  })
  const text = base.textBetween(0, base.content.size, '¶')
  expect(text).toContain('冬灌开闸')
  const [first = '', last = first] = range.split('¶')
  const at = (needle: string) => {
    let found = -1
    base.descendants((node, pos) => {
      if (node.isText && found < 0 && node.text!.includes(needle)) found = pos + node.text!.indexOf(needle)
    })
    return found
  }
  expect(deletedWords(base, at(first), at(last) + last.length)).toBe(expected)
})
