import { expect, onTestFinished, test } from 'vitest'
import type { Edition, NewsroomEvent, PageSignature } from '../../shared/contract'
import type { PageChange } from '../../shared/page/changes/page-change'
import type { PageOp } from '../../shared/page/changes/page-op'
import { adFrameDefaults, storyFrameDefaults } from '../../shared/page/frame-defaults'
import type { AdFrame, StoryFrame } from '../../shared/page/layout'
import { faultRuleIds, type FaultSettings } from '../../shared/page/faults/fault'
import type { Actor } from '../../shared/review/actor'
import { CollabWriter } from './collab-writer.testing'
import type { Newsroom } from './newsroom'
import { codeOf, countedWorld, eventsOf, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

/** A paper to which no fault is an error, for tests of what makes a signature void. */
const lenient: FaultSettings = { severities: Object.fromEntries(faultRuleIds.map(rule => [rule, 'info'])) }

/** A newsroom with two pages: one story on the first, which runs on to the second where `continues`. */
class Desk {
  #changes = 0
  readonly #events: AsyncGenerator<NewsroomEvent, void, void>

  private constructor(
    readonly newsroom: Newsroom,
    readonly actor: Actor,
    readonly folder: string,
    readonly edition: Edition,
    readonly storyId: string,
  ) {
    this.#events = eventsOf(newsroom)
    onTestFinished(async () => void (await this.#events.return()))
  }

  static async open(continues = false): Promise<Desk> {
    const { newsroom, actor, folder } = await temporaryNewsroom({ world: countedWorld() })
    const pages = ['要闻', '综合'].map(name => ({ name, paperId: 'tabloid-6x11', templateId: null }))
    const edition = valueOf(
      await newsroom.editions.create(actor, { date: '2026-11-25', number: 1287, pages }),
    )
    const source = `冬灌开闸\n本报讯（记者 沈一禾）${'清水河干渠今天开闸放水，全县36座泵站开机。'.repeat(20)}\n（沈一禾）`
    const choices = { reverted: [], answers: {} }
    const order = { source, name: '', choices, editionId: edition.id, page: 1 }
    const story = valueOf(await newsroom.intake.acceptStory(actor, order))
    const desk = new Desk(newsroom, actor, folder, edition, story.id)
    // From here on the stream holds what windows are told.
    await desk.#events.next()
    valueOf(await newsroom.pageSettings.saveFaultSettings(lenient))
    await desk.#events.next()
    await desk.change(0, { op: 'add', frame: desk.frame('a'), before: null })
    if (continues) await desk.change(1, { op: 'add', frame: desk.frame('b', { continues }), before: null })
    return desk
  }

  frame(id: string, change: Partial<StoryFrame> = {}): StoryFrame {
    const place = { column: 0, row: 12, columnSpan: 3, rowSpan: 20, columns: 3 }
    return { ...storyFrameDefaults, ...place, id, storyId: this.storyId, ...change }
  }

  page = (at: number): string => this.edition.pages[at]!.id

  async change(at: number, ...ops: PageOp[]): Promise<void> {
    const id = `change-${++this.#changes}`
    const change: PageChange = { id, ops, undo: [], label: '改版', kind: 'do', of: null }
    valueOf(await this.newsroom.pages.submit(this.actor, { pageId: this.page(at), changes: [change] }))
  }

  move = (at: number, frameId: string, row: number) =>
    this.change(at, { op: 'set', frameId, fields: { row } })

  sign = async (at = 0): Promise<PageSignature> =>
    valueOf(await this.newsroom.signing.sign(this.actor, this.page(at)))

  /** Whether the signatures of the edition hold, by page. */
  async holds(): Promise<boolean[]> {
    await this.newsroom.signing.settle()
    return (await this.newsroom.signing.signatures(this.edition.id)).map(signature => signature.holds)
  }

  /** What windows were told of signatures since the last time. */
  async told(): Promise<(readonly [page: number, holds: boolean | null])[]> {
    await this.newsroom.signing.settle()
    // Something that comes last, so that the stream need not be waited for.
    valueOf(await this.newsroom.pageSettings.saveFaultSettings(lenient))
    const told: (readonly [number, boolean | null])[] = []
    for (;;) {
      const event = (await this.#events.next()).value
      if (!event || event.kind === 'pageSettings') return told
      if (event.kind !== 'signature') continue
      const at = this.edition.pages.findIndex(page => page.id === event.pageId)
      told.push([at, event.signature && event.signature.holds])
    }
  }

  async writer(): Promise<CollabWriter> {
    return new CollabWriter(
      valueOf(await this.newsroom.authority.open(this.storyId)),
      this.actor.id,
      'editor',
    )
  }

  send = (writer: CollabWriter) =>
    writer.send(async sent => valueOf(await this.newsroom.authority.submit(this.actor, sent)))
}

test('a signature is a name, a time and the hash of the content, and is told to every window', async () => {
  const desk = await Desk.open()
  const { newsroom, actor, folder } = desk
  await desk.told()
  const signature = await desk.sign()
  expect(signature).toEqual({
    pageId: desk.page(0),
    personId: actor.id,
    name: '值班编辑',
    at: expect.stringMatching(/^2026-11-23T/),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    holds: true,
    revision: 1,
    turn: null,
  })
  expect(await desk.told()).toEqual([[0, true]])
  expect(await newsroom.signing.signatures(desk.edition.id)).toEqual([signature])
  await newsroom.close()
  const { newsroom: again } = await temporaryNewsroom({ folder })
  expect(await again.signing.signatures(desk.edition.id)).toEqual([signature])
})

test('the same content has the same hash, whoever signs and when', async () => {
  const desk = await Desk.open()
  const [first, second] = [await desk.sign(), await desk.sign()]
  expect(second.hash).toBe(first.hash)
  expect(second.at).not.toBe(first.at)
  expect((await desk.newsroom.signing.signatures(desk.edition.id)).map(one => one.at)).toEqual([second.at])
})

test('moving a frame makes it void, and putting the frame back makes it good again', async () => {
  const desk = await Desk.open()
  await desk.sign()
  await desk.told()
  await desk.move(0, 'a', 13)
  expect(await desk.holds()).toEqual([false])
  await desk.move(0, 'a', 14)
  await desk.move(0, 'a', 12)
  expect(await desk.holds()).toEqual([true])
  // Told when it turns, not at every change.
  expect(await desk.told()).toEqual([
    [0, false],
    [0, true],
  ])
})

test('a frame that is taken away and put back is the page that was signed', async () => {
  const desk = await Desk.open()
  await desk.sign()
  await desk.change(0, { op: 'remove', frameId: 'a' })
  expect(await desk.holds()).toEqual([false])
  await desk.change(0, { op: 'add', frame: desk.frame('another id'), before: null })
  expect(await desk.holds()).toEqual([true])
})

test('what does not print leaves it good', async () => {
  const desk = await Desk.open()
  await desk.sign()
  await desk.told()
  const fault = { key: 'k', reason: '版面要求', by: desk.actor.id, at: '2026-11-24T10:00:00.000Z' }
  await desk.change(0, { op: 'ignore', fault })
  await desk.move(1, 'a', 13)
  valueOf(await desk.newsroom.stories.plan(desk.actor, { id: desk.storyId, change: { note: '等图' } }))
  valueOf(await desk.newsroom.stories.create(desk.actor, { template: null, plan: {} }))
  expect(await desk.holds()).toEqual([true])
  expect(await desk.told()).toEqual([])
})

test('editing a story on the page makes it void, and taking the edit back makes it good again', async () => {
  const desk = await Desk.open()
  await desk.sign()
  await desk.told()
  const writer = await desk.writer()
  const before = writer.doc
  writer.type(0, '又')
  await desk.send(writer)
  expect(await desk.told()).toEqual([[0, false]])
  writer.type(0, '')
  await desk.send(writer)
  expect(writer.doc.eq(before)).toBe(true)
  expect(await desk.told()).toEqual([[0, true]])
})

test('another colleague in the 报眉 makes it void; one who joins the paper does not', async () => {
  const desk = await Desk.open()
  const { newsroom, actor } = desk
  await desk.sign()
  await desk.told()
  const pageId = desk.page(0)
  // Who answered when it was signed answers for it from then on.
  const { name, credits } = (await newsroom.editions.list())[0]!.pages[0]!
  expect(credits).toEqual([{ role: '责编', name: '值班编辑' }])
  const [person] = await newsroom.people.list()
  valueOf(await newsroom.people.save(actor, { ...person!, name: '程亦舟' }))
  expect([await desk.holds(), await desk.told()]).toEqual([[true], []])

  const others = [{ role: '责编', name: '程亦舟' }]
  valueOf(await newsroom.editions.changePage({ pageId, name, credits: others }))
  expect([await desk.holds(), await desk.told()]).toEqual([[false], [[0, false]]])
  valueOf(await newsroom.editions.changePage({ pageId, name, credits }))
  expect([await desk.holds(), await desk.told()]).toEqual([[true], [[0, true]]])
  // Left to the roles once more, it follows the people.
  valueOf(await newsroom.editions.changePage({ pageId, name, credits: null }))
  expect(await desk.holds()).toEqual([false])
  valueOf(await newsroom.people.save(actor, { ...person!, name: '值班编辑' }))
  expect(await desk.holds()).toEqual([true])
})

test.each<readonly [string, (desk: Desk) => Promise<unknown>]>([
  [
    'another day',
    ({ newsroom, edition: { id } }) => newsroom.editions.change({ id, date: '2026-11-26', number: 1287 }),
  ],
  [
    'another number',
    ({ newsroom, edition: { id } }) => newsroom.editions.change({ id, date: '2026-11-25', number: 1288 }),
  ],
  [
    'another name',
    ({ newsroom, page }) => newsroom.editions.changePage({ pageId: page(0), name: '时政', credits: null }),
  ],
  ['one page fewer', ({ newsroom, page }) => newsroom.editions.removePage({ pageId: page(1) })],
])('%s in the 报头 makes it void', async (_, change) => {
  const desk = await Desk.open()
  await desk.sign()
  await desk.told()
  await change(desk)
  expect([await desk.holds(), await desk.told()]).toEqual([[false], [[0, false]]])
})

test('where a story runs on to the next page, what moves there counts here', async () => {
  const desk = await Desk.open(true)
  await desk.sign(0)
  await desk.sign(1)
  await desk.told()
  await desk.move(1, 'b', 15)
  expect([await desk.holds(), await desk.told()]).toEqual([
    [false, false],
    [
      [0, false],
      [1, false],
    ],
  ])
  await desk.move(1, 'b', 12)
  expect(await desk.holds()).toEqual([true, true])
  // Something else on that page pushes no word of the story away.
  const other = valueOf(await desk.newsroom.stories.create(desk.actor, { template: null, plan: {} }))
  await desk.change(1, { op: 'add', frame: desk.frame('c', { storyId: other.id, row: 50 }), before: null })
  expect(await desk.holds()).toEqual([true, false])
  // This does.
  await desk.move(1, 'c', 20)
  expect(await desk.holds()).toEqual([false, false])
})

test('a signature that is taken back is gone, and the page can be signed anew', async () => {
  const desk = await Desk.open()
  const { newsroom, actor } = desk
  await desk.sign()
  await desk.told()
  valueOf(await newsroom.signing.unsign(actor, desk.page(0)))
  expect([await desk.holds(), await desk.told()]).toEqual([[], [[0, null]]])
  await desk.move(0, 'a', 13)
  expect(await desk.told()).toEqual([])
  await desk.sign()
  expect(await desk.holds()).toEqual([true])
})

test.each([['an unknown page', { pageId: 'none' }, 'page.unknown']])(
  '%s is neither signed nor unsigned',
  async (_, change, code) => {
    const desk = await Desk.open()
    expect(codeOf(await desk.newsroom.signing.sign(desk.actor, change.pageId))).toBe(code)
    expect(codeOf(await desk.newsroom.signing.unsign(desk.actor, change.pageId))).toBe(code)
    expect(await desk.holds()).toEqual([])
  },
)

/** A paper to which only an unmarked advertisement is an error. */
const strict: FaultSettings = { severities: { ...lenient.severities, unmarkedAd: 'error' } }

const unmarked: AdFrame = {
  ...adFrameDefaults,
  id: 'ad',
  column: 0,
  row: 60,
  columnSpan: 6,
  rowSpan: 16,
  image: 'a'.repeat(64),
  label: '',
}

test('a page is not signed while an error stands, and is once that is mended', async () => {
  const desk = await Desk.open()
  const { newsroom, actor } = desk
  const pageId = desk.page(0)
  valueOf(await newsroom.pageSettings.saveFaultSettings(strict))
  await desk.change(0, { op: 'add', frame: unmarked, before: null })
  const refused = await newsroom.signing.sign(actor, pageId)
  expect(refused).toEqual({
    ok: false,
    failure: {
      code: 'page.faulty',
      message: '这一版还有 1 错没清（广告未标），没有签。',
      remedy: '请改好，或者忽略并写明理由，再签大样。',
    },
  })
  expect(await newsroom.signing.signatures(desk.edition.id)).toEqual([])
  await desk.change(0, { op: 'set', frameId: 'ad', fields: { label: '公益广告' } })
  expect((await desk.sign()).holds).toBe(true)
  await desk.change(0, { op: 'set', frameId: 'ad', fields: { label: '' } })
  expect(await desk.holds()).toEqual([false])
  expect(codeOf(await newsroom.signing.sign(actor, pageId))).toBe('page.faulty')
})

test('an error that the page keeps on purpose does not stand in the way, until it counts again', async () => {
  const desk = await Desk.open()
  const { newsroom, actor } = desk
  const pageId = desk.page(0)
  valueOf(await newsroom.pageSettings.saveFaultSettings(strict))
  await desk.change(0, { op: 'add', frame: unmarked, before: null })
  const fault = { key: 'unmarkedAd:ad:', reason: '画面里已标', by: actor.id, at: '2026-11-24T10:00:00.000Z' }
  await desk.change(0, { op: 'ignore', fault })
  expect((await desk.sign()).holds).toBe(true)
  await desk.change(0, { op: 'heed', key: fault.key })
  expect(codeOf(await newsroom.signing.sign(actor, pageId))).toBe('page.faulty')
})

test('what is an error is for the paper to say', async () => {
  const desk = await Desk.open()
  const { newsroom, actor } = desk
  const pageId = desk.page(0)
  await desk.change(0, { op: 'add', frame: unmarked, before: null })
  // By the rules' own weights the half-empty page has errors too.
  valueOf(await newsroom.pageSettings.saveFaultSettings({ severities: {} }))
  const refused = await newsroom.signing.sign(actor, pageId)
  expect(refused.ok ? '' : refused.failure.message).toMatch(/广告未标、余白溢文/)
  for (const weight of ['warn', 'off'] as const) {
    const settings = { severities: { ...lenient.severities, unmarkedAd: weight } }
    valueOf(await newsroom.pageSettings.saveFaultSettings(settings))
    expect((await desk.sign()).holds).toBe(true)
  }
})

test('a story that runs on is looked at where it goes on: 下转 and 上接 as the page prints them', async () => {
  const desk = await Desk.open(true)
  await desk.change(0, { op: 'set', frameId: 'a', fields: { columnSpan: 1, columns: 1 } })
  const views = [
    valueOf(await desk.newsroom.pageViews.view(desk.page(0))),
    valueOf(await desk.newsroom.pageViews.view(desk.page(1))),
  ]
  expect(views[0]!.composed.frames.get('a')!.jumps).toEqual({ to: 2, from: null })
  expect(views[1]!.composed.frames.get('b')!.jumps).toEqual({ to: null, from: 1 })
})

test('what made a signature void or good again is on record, with the hand where one is known', async () => {
  const desk = await Desk.open()
  const { newsroom, actor, edition } = desk
  await desk.sign()
  const turn = async () => {
    await newsroom.signing.settle()
    const [signature] = await newsroom.signing.signatures(edition.id)
    return [signature!.holds, signature!.turn?.cause, signature!.turn?.personId, signature!.revision]
  }
  expect(await turn()).toEqual([true, undefined, undefined, 1])
  await desk.move(0, 'a', 13)
  expect(await turn()).toEqual([false, 'page', actor.id, 2])
  const writer = await desk.writer()
  writer.type(0, '又')
  await desk.send(writer)
  // Void it was already.
  expect(await turn()).toEqual([false, 'page', actor.id, 2])
  await desk.move(0, 'a', 12)
  expect(await turn()).toEqual([false, 'page', actor.id, 2])
  writer.type(0, '')
  await desk.send(writer)
  expect(await turn()).toEqual([true, 'story', actor.id, 3])
  valueOf(await newsroom.editions.change({ id: edition.id, date: '2026-11-25', number: 1300 }))
  expect(await turn()).toEqual([false, 'edition', null, 4])
  // A new signature is as it was given, whatever became of those before.
  await desk.sign()
  expect(await turn()).toEqual([true, undefined, undefined, 5])
  const telling = valueOf(await newsroom.signing.unsign(actor, desk.page(0)))
  expect(telling).toEqual({ pageId: desk.page(0), revision: 6 + 1, signature: null })
})
