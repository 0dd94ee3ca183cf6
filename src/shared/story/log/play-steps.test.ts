import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { documentOf, emptyParts, partsOf } from '../parts'
import { storySchema } from '../schema'
import { intact, playLog, playSteps, storyOfSnapshot, type StepOfLog, type StoryAt } from './play-steps'

const start: StoryAt = { version: 4, doc: documentOf({ ...emptyParts, headline: '题' }) }

/** A log that goes on from `start`, each text put at the headline's end. */
function logOf(...texts: readonly string[]): StepOfLog[] {
  const tr = new Transform(start.doc)
  let end = 0
  start.doc.forEach((node, at) => {
    if (node.type === storySchema.nodes.headline) end = at + 1 + node.content.size
  })
  return texts.map((text, index) => {
    tr.insert(end, storySchema.text(text))
    end += text.length
    return { version: start.version + index + 1, step: tr.steps.at(-1)!.toJSON() as Record<string, unknown> }
  })
}

const headline = ({ doc }: StoryAt) => partsOf(doc).headline

describe('playing steps', () => {
  it('follows the log and tells of every step, what it was played on and what came of it', () => {
    const told: string[] = []
    const after = intact(
      playSteps(start, logOf('一', '二'), ({ logged, before, after }) => {
        told.push(`${logged.version} ${partsOf(before).headline} → ${partsOf(after).headline}`)
      }),
    )
    expect(after.version).toBe(6)
    expect(headline(after)).toBe('题一二')
    expect(told).toEqual(['5 题 → 题一', '6 题一 → 题一二'])
  })

  it('comes to the same in whatever pieces, and however often, the log is told', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[一-龥]{1,3}$/u), { minLength: 1 }),
        fc.nat(),
        (texts, cut) => {
          const log = logOf(...texts)
          const whole = intact(playSteps(start, log))
          const at = cut % (log.length + 1)
          const first = intact(playSteps(start, log.slice(0, at)))
          // Some of it is told again.
          const second = intact(playSteps(first, log.slice(Math.max(0, at - 2))))
          expect(second.version).toBe(whole.version)
          expect(second.doc.eq(whole.doc)).toBe(true)
        },
      ),
    )
  })

  const log = logOf('一', '二', '三')
  const stepAt = (version: number, step: Record<string, unknown>): StepOfLog => ({ version, step })
  it.each<[string, StepOfLog[], number, string]>([
    ['a step is not there', [log[0]!, log[2]!], 6, 'missing'],
    ['the first is not there', [log[1]!], 5, 'missing'],
    ['a step is none', [log[0]!, stepAt(6, { stepType: 'leap' })], 6, 'unreadable'],
    ['a step holds what no story has', [stepAt(5, holding({ type: 'video' }))], 5, 'unreadable'],
    ['a step goes beyond the text', [stepAt(5, { stepType: 'replace', from: 900, to: 901 })], 5, 'unfitting'],
    ['a step puts a part where it cannot be', [stepAt(5, holding({ type: 'byline' }))], 5, 'unfitting'],
  ])('is told, and does nothing, where %s', (_, steps, version, why) => {
    expect(playSteps(start, steps)).toEqual({ ok: false, damage: { version, why } })
  })
})

describe('a snapshot', () => {
  it('is the text it was made of', () => {
    const read = intact(storyOfSnapshot({ version: 4, doc: start.doc.toJSON() as Record<string, unknown> }))
    expect(read.version).toBe(4)
    expect(read.doc.eq(start.doc)).toBe(true)
  })

  it('that is no story is told', () => {
    const snapshot = { version: 4, doc: { type: 'letter' } }
    expect(playLog({ snapshot, steps: [] })).toEqual({
      ok: false,
      damage: { version: 4, why: 'unreadable' },
    })
  })
})

it('damage in a log that was played before is a bug', () => {
  expect(() => intact(playSteps(start, [stepOn(9)]))).toThrow('missing at version 5')
})

const stepOn = (version: number): StepOfLog => ({ version, step: {} })

function holding(node: Record<string, unknown>): Record<string, unknown> {
  return { stepType: 'replace', from: 1, to: 1, slice: { content: [node] } }
}
