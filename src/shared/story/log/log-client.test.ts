import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { Refusal, settled, TestClock, TestLog, testStory, TestWindow } from './log-world.testing'
import { mostStepsSent } from './submission'

function world(...names: readonly string[]) {
  const clock = new TestClock()
  const log = new TestLog(testStory())
  const windows = names.map(name => TestWindow.open(log, clock, name, `client of ${name}`))
  const serve = async () => {
    for (const window of windows) await window.serve()
  }
  return { clock, log, windows, serve, first: windows[0]!, second: windows[1]! }
}

const full = () => new Refusal('passing', '磁盘满了')
const tooLong = () => new Refusal('lasting', '太长')
const bug = () => new Refusal('unclear', '内部出了差错')

describe('what is typed', () => {
  it('is sent at once, one submission at a time, and what comes meanwhile goes together', async () => {
    const { log, first, serve } = world('甲')
    first.type('一')
    first.type('二')
    first.type('三')
    await serve()
    expect(log.asked).toEqual([1, 2])
    expect(first.status).toMatchObject({ isPending: false, trouble: null })
    expect(first.status.savedAt).toBe(log.steps.at(-1)!.at)
    expect(first.kept).toBe('')
  })

  it('goes in pieces where more waits than the log takes at once, and each step comes once', async () => {
    const { log, first, serve } = world('甲')
    first.cut(0)
    const words = Array.from({ length: 2100 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    first.type(words)
    await first.mend()
    await serve()
    expect(log.asked).toEqual([mostStepsSent, 100])
    expect(log.doc.textContent).toContain(words)
    expect(first.status).toMatchObject({ isPending: false, trouble: null })
  })

  it('goes as one after a break, so that nobody’s words come into the middle of it', async () => {
    const { log, windows, serve, first, second } = world('甲', '乙')
    for (const window of windows) window.cut(0)
    first.type('甲写的。')
    second.type('乙写的。')
    await serve()
    expect(log.asked).toEqual([])
    for (const window of windows) expect(window.status.isPending).toBe(true)
    for (const window of windows) await window.mend()
    await serve()
    first.hearAgain(0, log.steps.length)
    expect(log.doc.textContent).toContain('甲写的。乙写的。')
    for (const window of windows) expect(window.words).toBe(log.doc.textContent)
  })

  it('is sent again when no answer comes, and taken once', async () => {
    const { log, clock, first, serve } = world('甲')
    first.type('一')
    first.reach()
    await clock.pass(19_000)
    expect(log.asked).toEqual([1])
    await clock.pass(3000)
    await serve()
    expect(log.asked).toEqual([1, 1])
    expect(log.steps).toHaveLength(1)
    expect(first.status).toMatchObject({ isPending: false, trouble: null })
  })

  it('is the log’s when its answer comes late, after it was given up', async () => {
    const { log, first } = world('甲')
    first.type('一')
    first.reach()
    const [late] = first.calls
    first.cut(0)
    late!.answer!()
    await settled()
    expect(first.status.isPending).toBe(false)
    expect(log.steps).toHaveLength(1)
  })
})

describe('a refusal', () => {
  it('that passes is told while it lasts, and what was typed is sent again without anybody’s doing', async () => {
    const { clock, log, first, serve } = world('甲')
    log.refusal = full()
    first.type('一')
    await serve()
    expect(first.status.trouble).toEqual({ failure: '磁盘满了', passes: true })
    for (let n = 0; n < 20; n++) {
      await clock.pass(15_000)
      await serve()
    }
    expect(log.asked.length).toBeGreaterThan(15)
    expect(first.status.trouble).toEqual({ failure: '磁盘满了', passes: true })
    log.refusal = null
    await clock.pass(15_000)
    await serve()
    expect(first.status).toMatchObject({ isPending: false, trouble: null })
  })

  it('that lasts is told, the text stays and is kept, and it is not asked again by itself', async () => {
    const { clock, log, first, serve } = world('甲')
    log.refusal = tooLong()
    first.type('一')
    await serve()
    for (let n = 0; n < 20; n++) {
      await clock.pass(60_000)
      await serve()
    }
    expect(log.asked).toHaveLength(1)
    expect(first.status).toMatchObject({
      isPending: true,
      trouble: { failure: '太长', passes: false },
    })
    expect(first.words).toContain('一')
    expect(first.kept).toContain('一')
  })

  it.each<[string, (window: TestWindow) => void | Promise<void>]>([
    ['once more is typed, at most once a second', window => window.type('二三四')],
    ['when it is asked for', window => window.client.retry()],
    [
      'when the line comes back',
      async window => {
        window.cut(0)
        await window.mend()
      },
    ],
  ])('that lasts is tried again %s', async (_, does) => {
    const { clock, log, first, serve } = world('甲')
    log.refusal = tooLong()
    first.type('一')
    await serve()
    await does(first)
    await clock.pass(1000)
    await serve()
    expect(log.asked).toHaveLength(2)
    expect(first.status.trouble).toEqual({ failure: '太长', passes: false })
    await clock.pass(60_000)
    await serve()
    expect(log.asked).toHaveLength(2)
    log.refusal = null
    await does(first)
    await clock.pass(1000)
    await serve()
    expect(first.status).toMatchObject({ isPending: false, trouble: null })
  })

  it('that is a bug of ours is not taken for weather', async () => {
    const { clock, log, first, serve } = world('甲')
    log.refusal = bug()
    first.type('一')
    for (let n = 0; n < 20; n++) {
      await serve()
      await clock.pass(15_000)
    }
    expect(log.asked).toHaveLength(4)
    expect(first.status.trouble).toEqual({ failure: '内部出了差错', passes: false })
  })

  it('of more than the log takes at once would be for good: it never comes to that', async () => {
    const { log, first, serve } = world('甲')
    log.refusal = tooLong()
    first.type('一'.repeat(mostStepsSent * 2 + 1))
    await serve()
    log.refusal = null
    first.client.retry()
    await serve()
    expect(Math.max(...log.asked)).toBe(mostStepsSent)
    expect(log.steps).toHaveLength(mostStepsSent * 2 + 1)
  })
})

describe('what others write', () => {
  it('comes in once, whichever way and however often it is told', async () => {
    const { first, second, serve } = world('甲', '乙')
    second.type('新')
    await serve()
    first.hear()
    first.hearAgain(0, 1)
    expect(first.words).toBe(second.words)
  })

  it('is asked for where something between is missing', async () => {
    const { first, second, serve } = world('甲', '乙')
    for (const letter of '一二三') {
      second.type(letter)
      await serve()
    }
    first.hear(2)
    expect(first.words).not.toContain('三')
    await serve()
    expect(first.words).toBe(second.words)
  })

  it('waits until the input method is done, and so does what is sent', async () => {
    const { clock, log, first, second, serve } = world('甲', '乙')
    second.type('新')
    await serve()
    first.isComposing = true
    first.type('词')
    await serve()
    await clock.pass(5000)
    expect(first.words).not.toContain('新')
    expect(log.doc.textContent).not.toContain('词')
    first.isComposing = false
    await clock.pass(100)
    await serve()
    expect(first.words).toContain('新')
    expect(log.doc.textContent).toBe(first.words)
  })

  it('leaves the caret where it was, before words that come in at its place', async () => {
    const { first, second, serve } = world('甲', '乙')
    second.type('新')
    await serve()
    first.hear()
    const { selection } = first.state
    expect(selection).toBeInstanceOf(TextSelection)
    expect(selection.$from.nodeAfter?.text).toBe('新')
  })

  it('under this client’s own name, and not its work, is put in as others’', async () => {
    const { log, first, serve } = world('甲')
    const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '异' }] } }
    log.submit({ storyId: 'story', version: 0, clientId: 'client of 甲', sequence: 0, steps: [step] }, '甲')
    first.type('自')
    await serve()
    expect([...first.words].filter(letter => '异自'.includes(letter)).toSorted()).toEqual(['异', '自'])
    expect(first.words).toBe(log.doc.textContent)
  })

  it('and does not go on the text here, ends the exchange: it is told, and the text stays', async () => {
    const { log, clock, first, serve } = world('甲')
    first.type('一')
    const words = first.words
    const step = { stepType: 'replace', from: 900, to: 901 }
    const logged = { version: 1, step, clientId: '乙', personId: '乙', at: '2026-11-24T10:00:00Z' }
    first.client.receive([logged])
    await clock.pass(60_000)
    await serve()
    expect(first.words).toBe(words)
    expect(first.kept).toContain('一')
    first.type('二')
    expect(first.kept).toContain('二')
    expect(log.steps.length).toBeLessThanOrEqual(1)
  })
})

describe('a window that died', () => {
  it('is gone on for: what it had not sent is sent once, by its hand', async () => {
    const { clock, log, first, second, serve } = world('甲', '乙')
    first.type('甲')
    await serve()
    first.cut(0)
    first.type('乙丙')
    second.type('新')
    await second.serve()
    first.die()
    const [resumed] = TestWindow.takeOver(log, clock, () => false)
    await resumed!.serve()
    expect(resumed!.status.isPending).toBe(false)
    expect(log.storage.length).toBe(0)
    expect(log.steps.map(({ personId }) => personId)).toEqual(['甲', '乙', '甲', '甲'])
    expect(log.doc.textContent).toContain('乙丙')
  })

  it('and whose last steps the log has, though nobody told it, adds nothing', async () => {
    const { clock, log, first } = world('甲')
    first.type('一二')
    first.reach()
    first.die()
    const [resumed] = TestWindow.takeOver(log, clock, () => false)
    await resumed!.serve()
    expect(log.steps).toHaveLength(2)
    expect(resumed!.status.isPending).toBe(false)
  })
})
