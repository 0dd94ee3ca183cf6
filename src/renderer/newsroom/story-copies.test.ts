import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import type { LoggedStep, NewsroomEvent, StoryText } from '../../shared/contract'
import { documentOf, emptyParts, partsOf } from '../../shared/story/parts'
import { storySchema } from '../../shared/story/schema'
import { StoryCopies } from './story-copies'

const hello: NewsroomEvent = { kind: 'hello' }

/** A newsroom of stories whose headlines grow, with a window on it that hears and is answered when a test says so. */
class Newsroom {
  readonly #logs = new Map<string, { doc: ReturnType<typeof documentOf>; steps: LoggedStep[] }>()
  readonly shown = new Map<string, string>()
  /** Which stories each call asked for. */
  readonly calls: string[] = []
  /** Events in the line, and answers under way. */
  readonly line: NewsroomEvent[] = []
  readonly answers: { give(): void; fail(): void }[] = []
  readonly warnings: unknown[] = []
  #later: (() => void)[] = []

  readonly copies = new StoryCopies({
    texts: ids => {
      this.calls.push(ids.join())
      const texts = ids.flatMap(id => this.#textOf(id))
      return new Promise((resolve, reject) =>
        this.answers.push({ give: () => resolve(texts), fail: () => reject(new Error('down')) }),
      )
    },
    show: texts => {
      for (const [id, parts] of texts) this.shown.set(id, parts.headline)
    },
    later: read => this.#later.push(read),
    warn: error => this.warnings.push(error),
  })

  constructor(...ids: readonly string[]) {
    for (const id of ids) this.#logs.set(id, { doc: documentOf({ ...emptyParts, headline: id }), steps: [] })
  }

  readonly #damaged = new Map<string, StoryText['doc'] | null>()

  #textOf(id: string): StoryText[] {
    const log = this.#logs.get(id)
    if (!log || this.#damaged.get(id) === null) return []
    const doc = this.#damaged.get(id) ?? (log.doc.toJSON() as StoryText['doc'])
    return [{ id, version: log.steps.length, doc }]
  }

  /** From now on a story is answered as something that is none, or not at all. */
  damage(id: string, doc: StoryText['doc'] | null): void {
    this.#damaged.set(id, doc)
  }

  /** A story is as it was at first. */
  restore(id: string): void {
    this.#logs.set(id, { doc: documentOf({ ...emptyParts, headline: id }), steps: [] })
  }

  /** Somebody puts words behind the headline; the event goes into the line. */
  write(id: string, ...words: readonly string[]): void {
    const log = this.#logs.get(id)!
    const steps = words.map(text => {
      let end = 0
      log.doc.forEach((node, at) => {
        if (node.type === storySchema.nodes.headline) end = at + 1 + node.content.size
      })
      const tr = new Transform(log.doc).insert(end, storySchema.text(text))
      log.doc = tr.doc
      const step = tr.steps[0]!.toJSON() as LoggedStep['step']
      const at = '2026-11-24T10:00:00.000Z'
      const logged = { version: log.steps.length + 1, step, clientId: 'other', personId: null, at }
      log.steps.push(logged)
      return logged
    })
    this.line.push({ kind: 'steps', id, steps })
  }

  headline = (id: string): string => partsOf(this.#logs.get(id)!.doc).headline

  hear(events: number = this.line.length): void {
    for (const event of this.line.splice(0, events)) this.copies.hear(event)
  }

  /** Lets what is wanted be asked for. */
  ask(): void {
    for (const read of this.#later.splice(0)) read()
  }

  /** The line breaks with all that is on it, and stands again. */
  async breakLine(): Promise<void> {
    this.line.length = 0
    for (const answer of this.answers.splice(0)) answer.fail()
    await settled()
    this.copies.hear(hello)
  }

  /** Everything that is under way arrives. */
  async settle(): Promise<void> {
    for (let quiet = false; !quiet;) {
      this.hear()
      this.ask()
      quiet = this.answers.length === 0
      for (const answer of this.answers.splice(0)) answer.give()
      await settled()
    }
  }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

/** A window that shows the stories already. */
async function standing(...ids: readonly string[]): Promise<Newsroom> {
  const newsroom = new Newsroom(...ids)
  newsroom.copies.want(ids)
  await newsroom.settle()
  return newsroom
}

describe('a story that a window shows', () => {
  test('is read once, with the others that are wanted in the same moment', async () => {
    const newsroom = await standing('甲', '乙')
    newsroom.copies.want(['甲', '乙'])
    await newsroom.settle()
    expect(newsroom.calls).toEqual(['甲,乙'])
    expect([...newsroom.shown]).toEqual([
      ['甲', '甲'],
      ['乙', '乙'],
    ])
  })

  test('follows its log by the steps alone', async () => {
    const newsroom = await standing('甲', '乙')
    newsroom.write('甲', '一', '二')
    newsroom.write('甲', '三')
    newsroom.hear()
    expect(newsroom.shown.get('甲')).toBe('甲一二三')
    await newsroom.settle()
    expect(newsroom.calls).toEqual(['甲,乙'])
  })

  test('takes a step once, however often it is told', async () => {
    const newsroom = await standing('甲')
    newsroom.write('甲', '一')
    const [event] = newsroom.line
    newsroom.hear()
    newsroom.copies.hear(event!)
    expect([newsroom.shown.get('甲'), newsroom.calls.length]).toEqual(['甲一', 1])
  })

  test('loses no step that comes while it is read, whether the answer has it or not', async () => {
    const newsroom = new Newsroom('甲')
    newsroom.copies.want(['甲'])
    newsroom.write('甲', '一')
    newsroom.ask()
    newsroom.write('甲', '二')
    newsroom.hear()
    await newsroom.settle()
    expect([newsroom.shown.get('甲'), newsroom.calls.length]).toEqual(['甲一二', 1])
  })

  test('is read again where a step is missing, and follows from there', async () => {
    const newsroom = await standing('甲', '乙')
    newsroom.write('甲', '一')
    newsroom.line.length = 0
    newsroom.write('甲', '二')
    await newsroom.settle()
    newsroom.write('甲', '三')
    await newsroom.settle()
    expect([newsroom.shown.get('甲'), newsroom.calls]).toEqual(['甲一二三', ['甲,乙', '甲']])
  })

  test('is read again after a break, be the newsroom an older one out of a backup', async () => {
    const newsroom = await standing('甲', '乙')
    newsroom.write('乙', '一', '二')
    await newsroom.settle()
    newsroom.write('甲', '一')
    newsroom.restore('乙')
    await newsroom.breakLine()
    newsroom.write('乙', '三')
    await newsroom.settle()
    expect(newsroom.calls).toEqual(['甲,乙', '甲,乙'])
    expect([newsroom.shown.get('甲'), newsroom.shown.get('乙')]).toEqual(['甲一', '乙三'])
  })

  test('is read at the next step, or at the next hello, where the call failed', async () => {
    const newsroom = await standing('甲')
    await newsroom.breakLine()
    newsroom.ask()
    newsroom.answers.splice(0).forEach(answer => answer.fail())
    await settled()
    expect([newsroom.shown.get('甲'), newsroom.warnings.length]).toEqual(['甲', 1])
    newsroom.write('甲', '一')
    await newsroom.settle()
    expect(newsroom.shown.get('甲')).toBe('甲一')
  })

  test('that is not known to the newsroom, or is damaged, is left as it was', async () => {
    const newsroom = await standing('甲', '乙')
    newsroom.write('甲', '一')
    newsroom.damage('甲', { type: 'no story' })
    newsroom.damage('乙', null)
    await newsroom.breakLine()
    newsroom.copies.want(['没有'])
    await newsroom.settle()
    expect([...newsroom.shown]).toEqual([
      ['甲', '甲'],
      ['乙', '乙'],
    ])
    expect([newsroom.calls, newsroom.warnings.length]).toEqual([['甲,乙', '甲,乙,没有'], 1])
  })
})

describe('a story that a window edits', () => {
  const own = (headline: string) => ({ ...emptyParts, headline })

  test('shows what its editor says, and nothing that is older', async () => {
    const newsroom = await standing('甲')
    newsroom.copies.edit('甲', own('甲编'))
    newsroom.write('甲', '编')
    await newsroom.breakLine()
    newsroom.write('甲', '辑')
    await newsroom.settle()
    expect([newsroom.shown.get('甲'), newsroom.calls.length]).toEqual(['甲编', 1])
  })

  test('does not go back to an answer of before it was edited', async () => {
    const newsroom = new Newsroom('甲')
    newsroom.copies.want(['甲'])
    newsroom.ask()
    newsroom.copies.edit('甲', own('甲编'))
    newsroom.copies.endEdit('甲')
    for (const answer of newsroom.answers.splice(0)) answer.give()
    await settled()
    expect(newsroom.shown.get('甲')).toBe('甲编')
  })

  test('is read once with the first step after the editor closed, and followed from then on', async () => {
    const newsroom = await standing('甲')
    newsroom.copies.edit('甲', own('甲编'))
    newsroom.write('甲', '编')
    newsroom.copies.endEdit('甲')
    await newsroom.settle()
    newsroom.write('甲', '辑')
    await newsroom.settle()
    expect([newsroom.shown.get('甲'), newsroom.calls]).toEqual(['甲编辑', ['甲', '甲']])
  })
})

test('however steps and answers interleave, every story is shown as the newsroom has it', async () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant('write' as const),
      id: fc.constantFrom('甲', '乙'),
      steps: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({ act: fc.constant('hear' as const), events: fc.integer({ min: 1, max: 3 }) }),
    fc.constant({ act: 'ask' as const }),
    fc.record({ act: fc.constant('answer' as const), which: fc.nat(3) }),
    fc.constant({ act: 'break' as const }),
    fc.constant({ act: 'want' as const }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async acts => {
      const newsroom = new Newsroom('甲', '乙')
      newsroom.copies.hear(hello)
      newsroom.copies.want(['甲'])
      for (const one of acts) {
        if (one.act === 'write') newsroom.write(one.id, ...'一二三'.slice(0, one.steps))
        if (one.act === 'hear') newsroom.hear(one.events)
        if (one.act === 'ask') newsroom.ask()
        if (one.act === 'want') newsroom.copies.want(['甲', '乙'])
        if (one.act === 'break') await newsroom.breakLine()
        if (one.act === 'answer' && newsroom.answers.length > 0) {
          newsroom.answers.splice(one.which % newsroom.answers.length, 1)[0]!.give()
          await settled()
        }
      }
      newsroom.copies.want(['甲', '乙'])
      await newsroom.settle()
      for (const id of ['甲', '乙']) expect([id, newsroom.shown.get(id)]).toEqual([id, newsroom.headline(id)])
    }),
    { numRuns: 300 },
  )
})
