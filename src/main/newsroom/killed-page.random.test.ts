import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyOps, type PageChange } from '../../shared/page/changes/page-change'
import { anyOps } from '../../shared/page/changes/random-ops.testing'
import { pageLayoutSchema } from '../../shared/page/layout'
import type { PagesLine } from '../../shared/page/log/page-desk'
import { PageWindow, type Failure } from '../../shared/page/log/page-window.testing'
import { cases } from '../../shared/random.testing'
import { MemoryStorage } from '../../shared/story/log/memory-storage.testing'
import { bundleLog, dice, Killed, type KillableLog, type LogBundle } from './killable-log.testing'
import { openNewsroom } from './newsroom'
import { actorOf, diskFolder, valueOf } from './temporary-newsroom.testing'

/** Newsrooms that are killed side by side, and how often each. */
const lanes = 2
const roundsOfLane = Math.ceil(cases(100, 10) / lanes)
const kills = lanes * roundsOfLane

let bundle: LogBundle
beforeAll(async () => void (bundle = await bundleLog()))
afterAll(() => bundle.remove())

/** A new folder with an edition of one page. */
async function found() {
  const folder = diskFolder()
  const newsroom = valueOf(await openNewsroom({ folder, begin: 'empty' }))
  const actor = await actorOf(newsroom)
  const page = { name: '要闻', paperId: 'tabloid-6x11', templateId: null }
  const edition = valueOf(
    await newsroom.editions.create(actor, { date: '2026-11-25', number: 1287, pages: [page] }),
  )
  const pageId = edition.pages[0]!.id
  const beginning = valueOf(await newsroom.pages.state(pageId)).layout
  await newsroom.close()
  return { folder, by: actor.id, beginning, place: { editionId: edition.id, pageId } }
}

/** What became of the changes in one lane. */
interface Told {
  readonly acknowledged: number
  /** Stored and not acknowledged. */
  readonly resent: number
  /** Kills at opening. */
  readonly early: number
}

/** One newsroom killed again and again under two windows that lay out one page. */
async function lane(seed: number): Promise<Told> {
  const throwDice = dice(seed)
  const { folder, by, beginning, place } = await found()
  const { editionId, pageId } = place
  const ops = fc.sample(anyOps, { numRuns: 400, seed })
  /** What was sent at all, by id. */
  const sent = new Set<string>()
  /** What the newsroom has said to be safe, by version. */
  const safe = new Map<number, PageChange>()
  let [newest, resent, early, made] = [0, 0, 0, 0]
  const lineOf = (log: KillableLog, acknowledged = () => {}): PagesLine<Failure> => ({
    open: input => log.edition(input.editionId),
    changesSince: input => log.changesSince(input.pageId, input.version),
    recent: input => log.recent(input.pageId, input.limit),
    submit: async input => {
      for (const { id } of input.changes) sent.add(id)
      const answer = await log.change(input)
      for (const { version, change } of answer) {
        safe.set(version, change)
        newest = Math.max(newest, version)
      }
      acknowledged()
      return answer
    },
  })
  const stateOf = async (log: KillableLog) => (await log.edition(editionId)).states[0]!
  const first = bundle.start(folder)
  await first.up
  const storages = [new MemoryStorage(), new MemoryStorage()]
  const windows = storages.map(storage => new PageWindow(lineOf(first), place, by, storage))
  for (const window of windows) await window.open()
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
    const line = lineOf(log, () => {
      if (--left === 0) kill(throwDice() * 4)
    })
    // A window crashes now and then; the next one takes over what it had not delivered.
    if (throwDice() < 0.2) {
      const at = round % 2
      windows[at] = new PageWindow(line, place, by, storages[at])
    }
    const layOut = async (window: PageWindow) => {
      window.newsroom = line
      // As on the newsroom's first word: what was missed is read, what is pending is sent.
      if (window.desk.pages().size === 0) await window.desk.openEdition(editionId)
      else await window.desk.reconnect()
      for (;;) {
        // An undo now and then, as hands do.
        if (throwDice() < 0.2) window.undo()
        else window.change(...ops[made++ % ops.length]!)
        await Promise.race([window.turn(), log.dead])
        await Promise.race([window.desk.catchUp(pageId), log.dead])
      }
    }
    // Whatever was acknowledged is there when it is up again, before anybody goes on.
    const check = async () => {
      await log.up
      const { version, layout } = await stateOf(log)
      expect(version).toBeGreaterThanOrEqual(newest)
      expect(pageLayoutSchema.safeParse(layout).success).toBe(true)
      resent += version - newest
      newest = version
    }
    const [outcome] = await Promise.allSettled([check().then(() => Promise.all(windows.map(layOut)))])
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Killed)) throw outcome.reason
    expect(outcome.status).toBe('rejected')
    if (way === 'opening') early++
    await log.dead.catch(() => undefined)
    // What is still on its way learns that the line is gone.
    for (const window of windows) await window.turn()
  }

  const last = bundle.start(folder)
  await last.up
  // Both windows send what was never answered, and catch up.
  for (const window of windows) {
    window.newsroom = lineOf(last)
    // The last kill may have come before it had opened anything: it opens as it would at the newsroom's first word.
    if (window.desk.pages().size === 0) await window.desk.openEdition(editionId)
  }
  for (const window of windows) await window.back()
  for (const window of windows) await window.back()
  const { version, layout } = await stateOf(last)
  const log = await last.changesSince(pageId, 0)
  // Every change of either stands in the log once, each that was acknowledged as it was sent, and the page is their fold.
  expect(version).toBe(log.length)
  expect(log.map(one => one.change.id).toSorted()).toEqual([...sent].toSorted())
  for (const [at, change] of safe) expect(log[at - 1]!.change).toEqual(change)
  expect(layout).toEqual(log.reduce((page, { change }) => applyOps(page, change.ops), beginning))
  for (const window of windows) {
    expect(window.layout).toEqual(layout)
    expect(window.pending).toBe(0)
    expect(window.lost.filter(error => !(error instanceof Killed))).toEqual([])
  }
  expect(storages.map(storage => storage.length)).toEqual([0, 0])
  await last.end()
  return { acknowledged: safe.size, resent, early }
}

test(`${kills} kills at random while two windows lay out one page lose no acknowledged change`, async () => {
  const told = await Promise.all(Array.from({ length: lanes }, (_, at) => lane(at + 1)))
  const sum = (of: keyof Told) => told.reduce((all, one) => all + one[of], 0)
  expect(sum('acknowledged')).toBeGreaterThan(kills)
  expect(sum('resent')).toBeGreaterThan(0)
  expect(sum('early')).toBeGreaterThan(0)
  console.info(
    `${sum('acknowledged')} changes acknowledged over ${kills} kills, ${sum('early')} of them at opening; ${sum('resent')} were stored and not acknowledged`,
  )
})
