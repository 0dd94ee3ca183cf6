import { TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import type { Failure } from '../../shared/contract'
import { heldText, type HeldText } from '../../shared/story/log/held-text'
import type { Fault, LogStatus } from '../../shared/story/log/log-client'
import { Refusal, TestClock, TestLog, testStory, settled } from '../../shared/story/log/log-world.testing'
import { UnsentKeeper } from '../../shared/story/log/unsent-keeper'
import { StoryEnds, type StoryEnd, type Undelivered } from './story-ends'

const failure = (message: string): Failure => ({ code: 'test', message, remedy: '' })

/** One window with its ends, on a log that answers at once while the line stands and the right person sits at it. */
class Desk {
  readonly clock = new TestClock()
  seat = '甲'
  isUp = true
  /** Why a story cannot be read at a version. */
  unreadable: Refusal | null = null
  readonly statuses = new Map<string, LogStatus<Failure>>()
  undelivered: readonly Undelivered[] = []
  readonly ends: StoryEnds
  #clients = 0

  constructor(
    readonly log: TestLog,
    readonly windowId: string,
  ) {
    this.ends = new StoryEnds(
      {
        isUpFor: personId => this.isUp && this.seat === personId,
        submit: async sent => log.submit(sent, this.seat),
        stepsSince: async ({ version }) => log.steps.slice(version),
        between: async ({ version }) => {
          if (this.unreadable) throw this.unreadable
          const doc = log.at(version).doc.toJSON() as Record<string, unknown>
          return { doc, steps: log.steps.slice(version) }
        },
        faultOf: (error): Fault<Failure> =>
          error instanceof Refusal ? { kind: error.kind, failure: failure(error.message) } : { kind: 'lost' },
        later: this.clock.later,
      },
      new UnsentKeeper(log.storage, windowId, error => {
        throw error
      }),
      {
        status: ({ clientId }, status) => void this.statuses.set(clientId, status),
        undelivered: all => (this.undelivered = all),
      },
    )
  }

  open(personId: string): { text: HeldText; end: StoryEnd; clientId: string } {
    const clientId = `${this.windowId} ${++this.#clients}`
    const version = this.log.steps.length
    const text = heldText(this.log.doc, version, clientId)
    const end = this.ends.hold({ storyId: 'story', personId, clientId }, text, {
      confirmed: 0,
      savedAt: null,
    })
    return { text, end, clientId }
  }

  line(isUp: boolean): void {
    this.isUp = isUp
    this.ends.lineChanged()
  }

  sits(personId: string): void {
    this.seat = personId
    this.ends.lineChanged()
  }
}

function type({ text, end }: { text: HeldText; end: StoryEnd }, words: string): void {
  const { tr } = text.state
  text.take(tr.setSelection(TextSelection.atStart(tr.doc)).insertText(words))
  end.typed()
  end.client.keep()
  end.client.send()
}

const words = (log: TestLog) => log.doc.textContent

it('a story that is left with words on their way is held until the newsroom has them, however long that takes', async () => {
  const log = new TestLog(testStory())
  const desk = new Desk(log, 'one')
  const sheet = desk.open('甲')
  let isDelivered = false
  desk.line(false)
  type(sheet, '断线时写的')
  sheet.end.leave(() => (isDelivered = true))
  await desk.clock.pass(3_600_000)
  expect(isDelivered).toBe(false)
  expect(desk.ends.isPending()).toBe(true)
  desk.line(true)
  await settled()
  expect(isDelivered).toBe(true)
  expect(desk.ends.isPending()).toBe(false)
  expect(words(log)).toContain('断线时写的')
})

it('one that is left with a refusal stands until it is taken, and is let go when somebody looks at it again', async () => {
  const log = new TestLog(testStory())
  const desk = new Desk(log, 'one')
  const sheet = desk.open('甲')
  log.refusal = new Refusal('lasting', '太长')
  type(sheet, '字')
  await settled()
  let left = 0
  sheet.end.leave(() => left++)
  expect(desk.statuses.get(sheet.clientId)).toMatchObject({ isPending: true, trouble: { passes: false } })
  sheet.end.stay()
  log.refusal = null
  desk.ends.retry('story')
  await settled()
  expect(left).toBe(0)
  expect(words(log)).toContain('字')
})

it('nothing is sent while another sits there, and it goes on when the hand is back', async () => {
  const log = new TestLog(testStory())
  const desk = new Desk(log, 'one')
  const sheet = desk.open('甲')
  desk.sits('乙')
  type(sheet, '甲的字')
  await settled()
  expect(log.steps).toHaveLength(0)
  expect(desk.ends.isPending('乙')).toBe(false)
  expect(desk.ends.isPending('甲')).toBe(true)
  desk.sits('甲')
  await settled()
  // The seat is taken, and nobody has been told yet.
  desk.seat = '乙'
  type(sheet, '又')
  await settled()
  expect(log.steps.map(({ personId }) => personId)).toEqual(['甲'])
})

it('hears of other windows’ work while it is opened and after', async () => {
  const log = new TestLog(testStory())
  const [desk, other] = [new Desk(log, 'one'), new Desk(log, 'two')]
  const elsewhere = other.open('乙')
  const gathered = desk.ends.gather('story')
  const sheet = desk.open('甲')
  type(elsewhere, '先')
  await settled()
  desk.ends.hear({ kind: 'steps', id: 'story', steps: log.steps.slice(0, 1) })
  desk.ends.hear({ kind: 'steps', id: 'another', steps: log.steps.slice(0, 1) })
  sheet.end.client.receive(gathered())
  type(elsewhere, '后')
  await settled()
  desk.ends.hear({ kind: 'steps', id: 'story', steps: log.steps.slice(1) })
  expect(sheet.text.state.doc.textContent).toBe(words(log))
})

it('what a window that died had not sent the next one sends, once its hand sits there', async () => {
  const log = new TestLog(testStory())
  const dead = new Desk(log, 'dead')
  dead.line(false)
  type(dead.open('甲'), '死前写的')
  const desk = new Desk(log, 'next')
  desk.seat = '乙'
  desk.ends.takeOver(new Set(['next']))
  await settled()
  expect(log.steps).toHaveLength(0)
  desk.sits('甲')
  await settled()
  expect(words(log)).toContain('死前写的')
  expect(desk.ends.isPending()).toBe(false)
  expect(log.storage.length).toBe(0)
})

it('what cannot be delivered is told with its words, stays for the next window, and goes when it is given up', async () => {
  const log = new TestLog(testStory())
  const dead = new Desk(log, 'dead')
  dead.line(false)
  type(dead.open('甲'), '死前写的')
  const desk = new Desk(log, 'next')
  desk.unreadable = new Refusal('lasting', '没有这篇稿件')
  desk.ends.takeOver(new Set(['next']))
  await settled()
  expect(desk.undelivered).toMatchObject([{ words: '死前写的', failure: { message: '没有这篇稿件' } }])
  expect(log.storage.length).toBe(1)
  desk.ends.discard(desk.undelivered[0]!.unsent)
  expect(desk.undelivered).toEqual([])
  expect(log.storage.length).toBe(0)
})

it('what the log refuses of it is told too, and is no work of this window any more', async () => {
  const log = new TestLog(testStory())
  const dead = new Desk(log, 'dead')
  dead.line(false)
  type(dead.open('甲'), '死前写的')
  log.refusal = new Refusal('lasting', '对不上')
  const desk = new Desk(log, 'next')
  desk.ends.takeOver(new Set(['next']))
  await settled()
  expect(desk.undelivered).toMatchObject([{ words: '死前写的', failure: { message: '对不上' } }])
  expect(desk.ends.isPending()).toBe(false)
  expect([...desk.statuses.values()]).toMatchObject([{ isPending: false }])
  expect(log.storage.length).toBe(1)
})

it('a story that cannot be read for a bug of ours is not asked for for ever', async () => {
  const log = new TestLog(testStory())
  const dead = new Desk(log, 'dead')
  dead.line(false)
  type(dead.open('甲'), '死前写的')
  const desk = new Desk(log, 'next')
  desk.unreadable = new Refusal('unclear', '内部出了差错')
  desk.ends.takeOver(new Set(['next']))
  for (let n = 0; n < 10; n++) {
    await settled()
    await desk.clock.pass(6000)
  }
  expect(desk.undelivered).toMatchObject([{ words: '死前写的', failure: { message: '内部出了差错' } }])
})

it('a story that cannot be read now is asked for again', async () => {
  const log = new TestLog(testStory())
  const dead = new Desk(log, 'dead')
  dead.line(false)
  type(dead.open('甲'), '死前写的')
  const desk = new Desk(log, 'next')
  desk.unreadable = new Refusal('passing', '磁盘读写出错')
  desk.ends.takeOver(new Set(['next']))
  await settled()
  desk.unreadable = null
  await desk.clock.pass(6000)
  await settled()
  expect(words(log)).toContain('死前写的')
})
