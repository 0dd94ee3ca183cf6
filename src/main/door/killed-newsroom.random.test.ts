import { once } from 'node:events'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { cases } from '../../shared/random.testing'
import { CollabWriter } from '../newsroom/collab-writer.testing'
import { diskFolder } from '../newsroom/temporary-newsroom.testing'
import { bundleServe, connect, Dropped, type ServeBundle } from './newsroom-process.testing'

const kills = cases(30, 4)

let bundle: ServeBundle
beforeAll(async () => void (bundle = await bundleServe()))
afterAll(() => bundle.remove())

test(`${kills} kills of the newsroom while two editors type lose no step that was acknowledged`, async () => {
  const folder = diskFolder()
  const first = await bundle.start(folder)
  const { client, personId } = await connect(first)
  const { id } = await client.stories.create({ template: null, plan: {} })
  const opened = await client.stories.open({ id })
  const writers = ['a', 'b'].map(clientId => new CollabWriter(opened, personId, clientId))
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')

  let acknowledged = 0
  let awaited = 0
  let resent = 0
  for (let round = 0; round < kills; round++) {
    const running = await bundle.start(folder)
    const line = await connect(running)
    // Whatever was acknowledged before the kill is there; what was not may be there too, and is taken once.
    const { row } = await line.client.stories.open({ id })
    expect(row.version).toBeGreaterThanOrEqual(acknowledged)
    resent += row.version - acknowledged

    const type = async (writer: CollabWriter) => {
      for (let stroke = 0; ; stroke++) {
        if (stroke % 5 === 4) writer.split(0.9)
        else writer.type((stroke * 0.37) % 1, stroke % 7 === 6 ? '' : '灯')
        const submit = line.client.stories.submit
        await Promise.race([
          writer.send(async sent => {
            const answer = await submit({ ...sent, steps: [...sent.steps] })
            if (answer.status === 'taken') taken(answer.version)
            return answer
          }),
          line.dropped,
        ])
      }
    }
    // Killed after a number of acknowledgements that is another in every round, at whatever it is doing then.
    let left = 1 + ((round * 7) % 17)
    awaited += left
    const taken = (version: number) => {
      acknowledged = Math.max(acknowledged, version)
      if (--left === 0) setTimeout(() => running.child.kill('SIGKILL'), round % 5)
    }
    const typing = writers.map(type)
    for (const outcome of await Promise.allSettled(typing)) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(Dropped)
    }
    if (running.child.exitCode === null && running.child.signalCode === null)
      await once(running.child, 'exit')
    expect(running.child.signalCode).toBe('SIGKILL')
  }

  const last = await bundle.start(folder)
  onTestFinished(() => void last.child.kill('SIGKILL'))
  const { client: end } = await connect(last)
  // Both windows catch up and send what was never answered: their own steps among what they get come back as theirs.
  for (const _ of [1, 2]) {
    for (const writer of writers) {
      writer.receive(await end.stories.stepsSince({ id, version: writer.version }))
      while (await writer.send(sent => end.stories.submit({ ...sent, steps: [...sent.steps] })));
    }
  }
  const { row } = await end.stories.open({ id })
  const reader = new CollabWriter(await end.stories.open({ id }), personId, 'reader')
  for (const writer of writers) {
    writer.receive(await end.stories.stepsSince({ id, version: writer.version }))
    expect(writer.pending).toBeNull()
    expect(writer.doc.toJSON()).toEqual(reader.doc.toJSON())
  }
  // Every step of either window stands in the log once: as many as they count as confirmed.
  expect(row.version).toBe(writers.reduce((sum, writer) => sum + writer.confirmed, 0))
  expect(acknowledged).toBeGreaterThanOrEqual(awaited)
  console.info(
    `${acknowledged} steps acknowledged over ${kills} kills; ${resent} were stored and not acknowledged`,
  )
})
