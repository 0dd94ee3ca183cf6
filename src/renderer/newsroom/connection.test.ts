import { createORPCClient, DynamicLink, ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { Connection, isLineEnded, type LineWatcher, type Link, type NewsroomClient } from './connection'

const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

const left = new ORPCError('EXPECTED', { data: { code: 'actor.left', message: '离岗', remedy: '换人' } })

/** A way to a newsroom whose lines are opened and cut by hand; what was asked on each is kept, in order. */
class Ways {
  watcher!: LineWatcher
  readonly asked: string[] = []
  readonly waiting: (() => void)[] = []
  dials = 0
  hangUps = 0
  /** What becomes of who sits down. */
  sits: () => Promise<void> = async () => {}
  readonly connection = new Connection(
    watcher => {
      this.watcher = watcher
      this.dials++
    },
    work => void this.waiting.push(work),
  )
  readonly client: NewsroomClient = createORPCClient(new DynamicLink(this.connection.link))

  async open(name: string): Promise<void> {
    const link: Link = {
      call: async (path, input) => {
        const said = path.join('.') === 'desk.sit' ? ` ${(input as { personId: string }).personId}` : ''
        this.asked.push(`${name} ${path.join('.')}${said}`)
        if (path.join('.') === 'desk.sit') await this.sits()
        return []
      },
    }
    this.watcher.opened(link, () => {
      this.hangUps++
      this.watcher.dropped()
    })
    await turns()
  }

  drop(): void {
    this.watcher.dropped()
    for (const again of this.waiting.splice(0)) again()
  }
}

test('calls wait for the line; nobody sits there before somebody sits down', async () => {
  const ways = new Ways()
  const people = ways.client.people.list()
  await turns()
  expect(ways.asked).toEqual([])
  await ways.open('1')
  expect(await people).toEqual([])
  expect([ways.asked, ways.connection.seat, ways.connection.up]).toEqual([['1 people.list'], null, true])
})

test('on a new line who sat here sits down before anything that waits is said', async () => {
  const ways = new Ways()
  await ways.open('1')
  await ways.connection.sit('zhou')
  const told: boolean[] = []
  ways.connection.watch(up => told.push(up))
  ways.drop()
  const waiting = ways.client.people.list()
  let sitDown!: () => void
  ways.sits = () => new Promise(resolve => (sitDown = resolve))
  await ways.open('2')
  expect([ways.asked.at(-1), ways.connection.up]).toEqual(['2 desk.sit zhou', false])
  sitDown()
  await waiting
  expect(ways.asked).toEqual(['1 desk.sit zhou', '2 desk.sit zhou', '2 people.list'])
  expect([told, ways.dials]).toEqual([[true, false, true], 2])
})

test('who cannot sit down leaves who sat there before', async () => {
  const ways = new Ways()
  await ways.open('1')
  await ways.connection.sit('zhou')
  ways.sits = () => Promise.reject(left)
  await expect(ways.connection.sit('he')).rejects.toBe(left)
  ways.sits = async () => {}
  ways.drop()
  await ways.open('2')
  expect(ways.asked.at(-1)).toBe('2 desk.sit zhou')
})

test('whoever has left the paper meanwhile is told so, and sits again once he is back', async () => {
  const ways = new Ways()
  await ways.open('1')
  await ways.connection.sit('zhou')
  ways.drop()
  ways.sits = () => Promise.reject(left)
  await ways.open('2')
  expect([ways.connection.up, ways.connection.lostSeat?.code]).toEqual([true, 'actor.left'])
  await ways.connection.sitAgain()
  expect(ways.connection.lostSeat?.code).toBe('actor.left')
  ways.sits = async () => {}
  await ways.connection.sitAgain()
  expect([ways.connection.lostSeat, ways.connection.seat]).toEqual([null, 'zhou'])
  // Who sits needs no second time.
  const asked = ways.asked.length
  await ways.connection.sitAgain()
  expect(ways.asked).toHaveLength(asked)
})

test('a line on which nobody can be seated for another reason is given up, and another one tried', async () => {
  const ways = new Ways()
  await ways.open('1')
  await ways.connection.sit('zhou')
  ways.drop()
  ways.sits = () => Promise.reject(new Error('the newsroom is busy'))
  await ways.open('2')
  expect([ways.connection.up, ways.hangUps]).toEqual([false, 1])
  for (const again of ways.waiting.splice(0)) again()
  ways.sits = async () => {}
  await ways.open('3')
  expect([ways.connection.up, ways.asked.at(-1)]).toEqual([true, '3 desk.sit zhou'])
})

test('a line that another replaces while somebody sits down on it is never used', async () => {
  const ways = new Ways()
  await ways.open('1')
  await ways.connection.sit('zhou')
  let sitDown!: () => void
  ways.sits = () => new Promise(resolve => (sitDown = resolve))
  // As Electron does it: a new port, without a word that the old one has gone.
  await ways.open('2')
  ways.sits = async () => {}
  await ways.open('3')
  sitDown()
  await turns()
  await ways.client.people.list()
  expect(ways.asked.at(-1)).toBe('3 people.list')
})

/** A line on which nothing that is asked is ever answered: its other end died, and nobody said so. */
const deadLine = (): Link => ({
  call: path =>
    path.join('.') === 'desk.events'
      ? Promise.resolve({
          next: () => new Promise(() => undefined),
          [Symbol.asyncIterator]() {
            return this
          },
        })
      : new Promise(() => undefined),
})

test.each<[string, (client: NewsroomClient) => Promise<unknown>]>([
  ['a call', client => client.people.list()],
  [
    'a stream',
    async client => {
      for await (const _ of await client.desk.events()) throw new Error('nothing comes')
    },
  ],
])('%s that waits on a line which another replaces fails, and does not wait for ever', async (_, ask) => {
  const ways = new Ways()
  const hangUp = () => undefined
  ways.watcher.opened(deadLine(), hangUp)
  await turns()
  const asked = ask(ways.client)
  let failed: unknown = null
  asked.catch((error: unknown) => (failed = error))
  await turns()
  expect(failed).toBeNull()
  // Electron's newsroom dies twice within a second: the first new port is as dead as the one before.
  ways.watcher.opened(deadLine(), hangUp)
  await turns()
  expect(isLineEnded(failed)).toBe(true)
  const again = ways.client.people.list()
  again.catch((error: unknown) => (failed = error))
  failed = null
  await ways.open('3')
  expect(isLineEnded(failed)).toBe(true)
  expect(await ways.client.people.list()).toEqual([])
})
