import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyOps, type PageChange } from '../../shared/page/changes/page-change'
import { anyOps } from '../../shared/page/changes/random-ops.testing'
import { pageLayoutSchema } from '../../shared/page/layout'
import { cases } from '../../shared/random.testing'
import { bundleLog, dice, Killed, type LogBundle } from './killable-log.testing'
import { openNewsroom } from './newsroom'
import { PageWriter } from './page-writer.testing'
import { actorOf, temporaryFolder, valueOf } from './temporary-newsroom.testing'

/** Newsrooms that are killed side by side, and how often each. */
const lanes = 2
const roundsOfLane = Math.ceil(cases(100, 10) / lanes)
const kills = lanes * roundsOfLane

let bundle: LogBundle
beforeAll(async () => void (bundle = await bundleLog()))
afterAll(() => bundle.remove())

/** A new folder with an edition of one page. */
async function found(): Promise<{ folder: string; pageId: string }> {
  const folder = temporaryFolder()
  const newsroom = valueOf(await openNewsroom({ folder, begin: 'empty' }))
  const actor = await actorOf(newsroom)
  const page = { name: '要闻', paperId: 'tabloid-6x11', templateId: null }
  const edition = valueOf(
    await newsroom.editions.create(actor, { date: '2026-11-25', number: 1287, pages: [page] }),
  )
  await newsroom.close()
  return { folder, pageId: edition.pages[0]!.id }
}

/** What became of the changes in one lane. */
interface Told {
  readonly acknowledged: number
  /** Stored and not acknowledged. */
  readonly resent: number
  /** Kills at opening. */
  readonly early: number
}

/** One newsroom killed again and again under two people who lay out one page. */
async function lane(seed: number): Promise<Told> {
  const throwDice = dice(seed)
  const { folder, pageId } = await found()
  const ops = fc.sample(anyOps, { numRuns: 400, seed })
  const changes = new Map<PageWriter, PageChange[]>()
  /** What the newsroom has said to be safe, by version. */
  const safe = new Map<number, PageChange>()
  let [newest, resent, early, made] = [0, 0, 0, 0]
  const first = bundle.start(folder)
  await first.up
  const beginning = await first.page(pageId)
  const writers = ['a', 'b'].map(name => new PageWriter(beginning, name))
  for (const writer of writers) changes.set(writer, [])
  await first.end()

  for (let round = 0; round < roundsOfLane; round++) {
    // One time in five it dies as it opens its files, one between its commit and its answer; else after some
    // acknowledgements, at whatever it is doing.
    const way = (['opening', 'unanswered', 'any', 'any', 'any'] as const)[(round + seed) % 5]!
    const answers = 1 + Math.floor(throwDice() * 12)
    const log = bundle.start(folder, way === 'unanswered' ? answers : Infinity)
    const kill = (delay: number) => setTimeout(log.kill, delay)
    if (way === 'opening') kill(throwDice() * 250)
    let left = way === 'any' ? answers : Infinity
    const layOut = async (writer: PageWriter) => {
      const own = changes.get(writer)!
      for (;;) {
        // An undo now and then, as hands do.
        if (throwDice() < 0.2 && own.length > 0) writer.undo(own[Math.floor(throwDice() * own.length)]!)
        else own.push(writer.change(ops[made++ % ops.length]!))
        const answer = await writer.send(log.change)
        for (const { version, change } of answer) {
          safe.set(version, change)
          newest = Math.max(newest, version)
        }
        if (--left === 0) kill(throwDice() * 4)
        writer.receive(await log.changesSince(pageId, writer.version))
      }
    }
    // Whatever was acknowledged is there when it is up again, before anybody goes on.
    const check = async () => {
      await log.up
      const { version, layout } = await log.page(pageId)
      expect(version).toBeGreaterThanOrEqual(newest)
      expect(pageLayoutSchema.safeParse(layout).success).toBe(true)
      resent += version - newest
      newest = version
    }
    const [outcome] = await Promise.allSettled([check().then(() => Promise.all(writers.map(layOut)))])
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Killed)) throw outcome.reason
    expect(outcome.status).toBe('rejected')
    if (way === 'opening') early++
    await log.dead.catch(() => undefined)
  }

  const last = bundle.start(folder)
  await last.up
  // Both windows send what was never answered, and catch up.
  for (const writer of writers) {
    while (writer.pending > 0) {
      await writer.send(last.change)
      writer.receive(await last.changesSince(pageId, writer.version))
    }
  }
  for (const writer of writers) writer.receive(await last.changesSince(pageId, writer.version))
  const { version, layout } = await last.page(pageId)
  const log = await last.changesSince(pageId, 0)
  // Every change of either stands in the log once, each that was acknowledged as it was sent, and the page is their fold.
  expect(version).toBe(log.length)
  expect(new Set(log.map(one => one.change.id)).size).toBe(log.length)
  expect(log.length).toBe(writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0))
  for (const [at, change] of safe) expect(log[at - 1]!.change).toEqual(change)
  expect(layout).toEqual(log.reduce((page, { change }) => applyOps(page, change.ops), beginning.layout))
  for (const writer of writers) expect(writer.layout).toEqual(layout)
  await last.end()
  return { acknowledged: safe.size, resent, early }
}

test(`${kills} kills at random while two people lay out one page lose no acknowledged change`, async () => {
  const told = await Promise.all(Array.from({ length: lanes }, (_, at) => lane(at + 1)))
  const sum = (of: keyof Told) => told.reduce((all, one) => all + one[of], 0)
  expect(sum('acknowledged')).toBeGreaterThan(kills)
  expect(sum('resent')).toBeGreaterThan(0)
  expect(sum('early')).toBeGreaterThan(0)
  console.info(
    `${sum('acknowledged')} changes acknowledged over ${kills} kills, ${sum('early')} of them at opening; ${sum('resent')} were stored and not acknowledged`,
  )
})
