import { afterAll, beforeAll, expect, test } from 'vitest'
import { cases } from '../../shared/random.testing'
import { baseColumnOf } from '../../shared/budget/base-column'
import { defaultPaperId, paperOf } from '../../shared/page/paper'
import { intact, playLog } from '../../shared/story/log/play-steps'
import { emptyParts } from '../../shared/story/parts'
import { allPeople } from '../store/people'
import { openStore } from '../store/store'
import { CollabWriter } from './collab-writer.testing'
import { foundEmpty } from './founding'
import { bundleLog, dice, Killed, type LogBundle } from './killable-log.testing'
import { insertStory } from './stories'
import { realWorld } from './world'
import { diskFolder, valueOf } from './temporary-newsroom.testing'

/** Newsrooms that are killed side by side, and how often each. */
const lanes = 4
const roundsOfLane = Math.ceil(cases(200, 20) / lanes)
const kills = lanes * roundsOfLane

let bundle: LogBundle
beforeAll(async () => void (bundle = await bundleLog()))
afterAll(() => bundle.remove())

/** A new folder with one story in it. */
async function found(): Promise<{ folder: string; by: string; storyId: string }> {
  const folder = diskFolder()
  const store = valueOf(await openStore(folder))
  valueOf(await foundEmpty(store.tables, realWorld))
  const by = (await allPeople(store.tables))[0]!.id
  const { id } = await insertStory(
    store.tables,
    realWorld,
    by,
    emptyParts,
    {},
    baseColumnOf(paperOf(defaultPaperId)),
  )
  await store.close()
  return { folder, by, storyId: id }
}

/** What became of the steps in one lane. */
interface Told {
  readonly acknowledged: number
  /** Stored and not acknowledged. */
  readonly resent: number
  /** Kills at opening. */
  readonly early: number
  /** Windows that died with something unsent. */
  readonly died: number
}

/** One newsroom killed again and again under two editors. */
async function lane(seed: number): Promise<Told> {
  const throwDice = dice(seed)
  const { folder, by, storyId } = await found()
  /** What the newsroom has said to be safe, by version. */
  const safe = new Map<number, string>()
  let newest = 0
  let [resent, early] = [0, 0]
  const first = bundle.start(folder)
  await first.up
  const beginning = await first.open(storyId)
  const writers = ['a', 'b'].map(clientId => new CollabWriter(beginning, by, clientId))
  /** Steps of windows that died with nothing left to send. */
  let ended = 0
  let died = 0
  first.kill()
  await first.dead.catch(() => undefined)

  for (let round = 0; round < roundsOfLane; round++) {
    // One time in five it dies as it opens its files, one between its commit and its answer; else after some
    // acknowledgements, at whatever it is doing.
    const way = (['opening', 'unanswered', 'any', 'any', 'any'] as const)[(round + seed) % 5]!
    const answers = 1 + Math.floor(throwDice() * 20)
    const log = bundle.start(folder, way === 'unanswered' ? answers : Infinity)
    const kill = (delay: number) => setTimeout(log.kill, delay)
    if (way === 'opening') kill(throwDice() * 250)
    let left = way === 'any' ? answers : Infinity
    const type = async (writer: CollabWriter) => {
      await log.up
      for (;;) {
        const where = throwDice()
        if (throwDice() < 0.15) writer.split(where)
        else writer.type(where, throwDice() < 0.2 ? '' : '灯')
        await writer.send(async sent => {
          const answer = await log.submit(sent)
          if (answer.status === 'taken') {
            sent.steps.forEach((step, at) => safe.set(sent.version + at + 1, JSON.stringify(step)))
            newest = Math.max(newest, answer.version)
            if (--left === 0) kill(throwDice() * 4)
          }
          return answer
        })
      }
    }
    const check = async () => {
      await log.up
      const opened = await log.open(storyId)
      expect(opened.row.version).toBeGreaterThanOrEqual(newest)
      new CollabWriter(opened, by, 'reader').doc.check()
      resent += opened.row.version - newest
      newest = opened.row.version
      // The newsroom is not the only one to die: now and then a window does, with or without something unsent.
      const at = Math.floor(throwDice() * 4)
      const writer = writers[at]
      if (!writer) return
      const steps = await log.since(storyId, 0)
      const docAt = (version: number) =>
        intact(playLog({ snapshot: beginning.snapshot, steps: steps.slice(0, version) })).doc
      const next = writer.die(opened, docAt)
      if (next) died++
      else ended += writer.confirmed
      writers[at] = next ?? new CollabWriter(opened, by, `${writer.clientId}'`)
    }
    // Whatever was acknowledged is there when it is up again, before anybody types.
    const outcomes = await Promise.allSettled([check().then(() => Promise.all(writers.map(type)))])
    const [outcome] = outcomes
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Killed)) throw outcome.reason
    expect(outcome.status).toBe('rejected')
    if (way === 'opening') early++
    await log.dead.catch(() => undefined)
  }

  const last = bundle.start(folder)
  await last.up
  // Both windows catch up and send what was never answered: their own steps come back as theirs.
  for (const _ of [1, 2]) {
    for (const writer of writers) {
      writer.receive(await last.since(storyId, writer.version))
      while (await writer.send(last.submit));
    }
  }
  const opened = await last.open(storyId)
  const reader = new CollabWriter(opened, by, 'reader')
  reader.doc.check()
  for (const writer of writers) {
    writer.receive(await last.since(storyId, writer.version))
    expect(writer.pending).toBeNull()
    expect(writer.doc.toJSON()).toEqual(reader.doc.toJSON())
  }
  // Every step of either window stands in the log once, and each that was acknowledged as it was sent.
  expect(opened.row.version).toBe(writers.reduce((sum, writer) => sum + writer.confirmed, ended))
  const log = await last.since(storyId, 0)
  for (const [version, step] of safe) expect(JSON.stringify(log[version - 1]!.step)).toBe(step)
  last.kill()
  await last.dead.catch(() => undefined)
  return { acknowledged: safe.size, resent, early, died }
}

test(`${kills} kills at random while two editors type lose no acknowledged step and harm no document`, async () => {
  const told = await Promise.all(Array.from({ length: lanes }, (_, at) => lane(at + 1)))
  const sum = (of: keyof Told) => told.reduce((all, one) => all + one[of], 0)
  expect(sum('acknowledged')).toBeGreaterThan(kills)
  expect(sum('resent')).toBeGreaterThan(0)
  expect(sum('early')).toBeGreaterThan(0)
  expect(sum('died')).toBeGreaterThan(0)
  console.info(
    `${sum('acknowledged')} steps acknowledged over ${kills} kills, ${sum('early')} of them at opening; ${sum('resent')} steps were stored and not acknowledged`,
  )
})
