import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { RPCHandler as PortHandler } from '@orpc/server/message-port'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import type { contract, NewsroomEvent } from '../../shared/contract'
import { openNewsroom } from '../newsroom/newsroom'
import { createRouter } from '../newsroom/router'
import { newConnection } from '../newsroom/seat'
import { CollabWriter } from '../newsroom/collab-writer.testing'
import { temporaryFolder, valueOf } from '../newsroom/temporary-newsroom.testing'
import { enterDoor } from './enter-door.testing'

type Client = ContractRouterClient<typeof contract>

/** One newsroom behind a door: every call makes another connection to it. */
type Door = () => Promise<Client>

async function router() {
  const newsroom = valueOf(await openNewsroom({ folder: temporaryFolder(), begin: 'empty' }))
  onTestFinished(() => newsroom.close())
  return createRouter(newsroom)
}

const doors: readonly (readonly [door: string, open: () => Promise<Door>])[] = [
  [
    'a direct call',
    async () => {
      const own = await router()
      return async () => createRouterClient(own, { context: newConnection() }) as Client
    },
  ],
  [
    'a MessagePort',
    async () => {
      const handler = new PortHandler(await router())
      return async () => {
        const { port1, port2 } = new MessageChannel()
        handler.upgrade(port1, { context: newConnection() })
        onTestFinished(() => port1.close())
        return createORPCClient(new PortLink({ port: port2 }))
      }
    },
  ],
  [
    'a WebSocket',
    async () => {
      const { origin, cookie } = await enterDoor({ folder: temporaryFolder(), begin: 'empty' })
      return async () => {
        const websocket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, {
          headers: { cookie, origin },
        })
        onTestFinished(() => websocket.terminate())
        return createORPCClient(new SocketLink({ websocket: websocket as unknown as globalThis.WebSocket }))
      }
    },
  ],
]

/** A connection on which the first of the newsroom's people sits, and who that is. */
async function seated(connect: Door): Promise<{ client: Client; personId: string }> {
  const client = await connect()
  const personId = (await client.people.list())[0]!.id
  await client.desk.sit({ personId })
  return { client, personId }
}

const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => 'no failure',
    (error: unknown) => {
      if (!(error instanceof ORPCError)) throw error
      return error.code === 'EXPECTED' ? (error.data as { code: string }).code : error.code
    },
  )

describe.each(doors)('the newsroom behind %s', (_, open) => {
  test('lets a story be made, written, found, planned, trashed and restored', async () => {
    const { client, personId } = await seated(await open())
    expect((await client.desk.open()).paper.timeZone).toBe('Asia/Shanghai')
    const made = await client.stories.create({ template: '消息', plan: { slug: '冬灌' } })
    const opened = await client.stories.open({ id: made.id })
    const writer = new CollabWriter(opened, personId, 'window')
    writer.type(0, '水到地头')
    await writer.send(sent => client.stories.submit({ ...sent, steps: [...sent.steps] }))
    expect(await client.stories.stepsSince({ id: made.id, version: 0 })).toHaveLength(1)
    expect(await client.stories.texts({ ids: [made.id, 'none'] })).toEqual([
      { id: made.id, version: 1, doc: writer.doc.toJSON() },
    ])
    expect(await client.stories.search({ query: '地头' })).toEqual([made.id])
    const deadline = '2026-11-23T11:30:00.000Z'
    const planned = await client.stories.plan({ id: made.id, change: { page: 1, deadline } })
    expect(planned).toMatchObject({ page: 1, deadline, slug: '冬灌', version: 1 })
    const [trashed] = await client.stories.trash({ ids: [made.id] })
    expect(trashed!.trashedAt).not.toBeNull()
    expect(await client.stories.budget({ trash: false })).toEqual([])
    expect(await client.stories.restore({ ids: [made.id] })).toMatchObject([{ trashedAt: null }])
    expect(await client.stories.budget({ trash: false })).toMatchObject([{ id: made.id, page: 1 }])
  })

  test('tells of expected failures by code, of wrong input as such, and of bugs nothing', async () => {
    const { client } = await seated(await open())
    expect(await failureOf(client.stories.open({ id: 'none' }))).toBe('story.unknown')
    expect(await failureOf(client.desk.sit({ personId: 'x' }))).toBe('person.unknown')
    expect(await failureOf(client.intake.read({ source: '', as: null }))).toBe('intake.empty')
    expect(await failureOf(client.stories.create({ template: null, plan: { page: 0 } }))).toBe('BAD_REQUEST')
  })

  test('carries files both ways', async () => {
    const { client } = await seated(await open())
    const pixels = { width: 900, height: 300, channels: 3, background: '#864' } as const
    const png = await sharp({ create: pixels }).png().toBuffer()
    const file = new Blob([new Uint8Array(png)], { type: 'image/png' })
    const { image, width, height } = await client.photos.add({ file })
    expect([width, height]).toEqual([900, 300])
    const original = await client.photos.read({ hash: image, size: 'original' })
    expect(Buffer.from(await original.arrayBuffer()).equals(png)).toBe(true)
    const thumbnail = await client.photos.read({ hash: image, size: 'thumbnail' })
    expect(thumbnail.type).toBe('image/jpeg')
    expect(await sharp(Buffer.from(await thumbnail.arrayBuffer())).metadata()).toMatchObject({
      width: 640,
      height: 213,
    })
    const text = new Blob([Buffer.from('本报讯　清水河干渠今天开闸放水。')])
    expect(await client.intake.read({ source: text, as: null })).toMatchObject({ kind: 'story' })
  })

  test('tells what is committed as it happens, until nobody listens', async () => {
    const { client } = await seated(await open())
    const events = await client.desk.events()
    expect((await events.next()).value).toEqual({ kind: 'hello' })
    const row = await client.stories.create({ template: null, plan: {} })
    expect((await events.next()).value).toEqual({ kind: 'rows', rows: [row] })
    await events.return?.(undefined)
    expect((await events.next()).done).toBe(true)
  })

  test('tells nobody of the desk’s work who does not sit there, and whoever comes back to read anew', async () => {
    const connect = await open()
    const { client } = await seated(connect)
    const made = await client.people.save({ person: colleague })
    const other = await connect()
    const events = await other.desk.events()
    const next = async () => {
      const event = (await events.next()).value as NewsroomEvent
      return event.kind === 'rows' ? `rows ${event.rows[0]!.slug}` : event.kind
    }
    const write = (slug: string) => client.stories.create({ template: null, plan: { slug } })
    const save = (retired: boolean) => client.people.save({ person: { ...colleague, id: made.id, retired } })
    expect(await next()).toBe('hello')
    await write('没人坐')
    // What everybody may know comes after it, so that it has been passed over by then.
    await save(false)
    expect(await next()).toBe('people')
    await other.desk.sit({ personId: made.id })
    await write('坐下了')
    expect([await next(), await next()]).toEqual(['hello', 'rows 坐下了'])
    await save(true)
    await write('离岗后')
    await save(true)
    expect([await next(), await next()]).toEqual(['people', 'people'])
    await save(false)
    await write('回来了')
    expect([await next(), await next(), await next()]).toEqual(['hello', 'people', 'rows 回来了'])
  })

  test('remembers small things for whoever sits there', async () => {
    const connect = await open()
    const { client } = await seated(connect)
    await client.desk.remember({ key: 'panels', value: { left: 240, open: ['a'] } })
    await client.desk.remember({ key: 'panels', value: [1, null, '宽'] })
    expect(await client.desk.recall()).toEqual({ panels: [1, null, '宽'] })
    const other = await client.people.save({ person: colleague })
    await client.desk.sit({ personId: other.id })
    expect(await client.desk.recall()).toEqual({})
  })

  test('gives every connection a seat of its own', async () => {
    const connect = await open()
    const { client: first, personId } = await seated(connect)
    const { id } = await first.people.save({ person: colleague })
    const second = await connect()
    const make = (client: Client) => client.stories.create({ template: null, plan: {} })

    expect(await failureOf(make(second))).toBe('actor.none')
    await second.desk.sit({ personId: id })
    expect([(await make(first)).changedBy, (await make(second)).changedBy]).toEqual([personId, id])
    await first.desk.sit({ personId: id })
    expect([(await make(first)).changedBy, (await make(second)).changedBy]).toEqual([id, id])
    await first.desk.leave()
    expect(await failureOf(make(first))).toBe('actor.none')
    expect((await make(second)).changedBy).toBe(id)
    // Who may not sit down changes nothing.
    expect(await failureOf(second.desk.sit({ personId: 'x' }))).toBe('person.unknown')
    expect((await make(second)).changedBy).toBe(id)
  })

  test('refuses whoever has left the paper at once, and takes him again when he is back', async () => {
    const connect = await open()
    const { client: editor } = await seated(connect)
    const person = await editor.people.save({ person: colleague })
    const gone = await connect()
    await gone.desk.sit({ personId: person.id })
    const story = await gone.stories.create({ template: null, plan: {} })
    const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '水' }] } }
    const sent = { id: story.id, version: 0, clientId: 'gone', sequence: 0, steps: [step] }

    await editor.people.save({ person: { ...person, retired: true } })
    expect(await failureOf(gone.stories.submit(sent))).toBe('actor.left')
    expect(await failureOf(gone.stories.open({ id: story.id }))).toBe('actor.left')
    expect(await failureOf((await connect()).desk.sit({ personId: person.id }))).toBe('actor.left')
    // He still sees who is there, so that somebody else can sit down.
    expect((await gone.desk.open()).people).toHaveLength(2)

    await editor.people.save({ person: { ...person, retired: false } })
    expect(await gone.stories.submit(sent)).toMatchObject({ status: 'taken', version: 1 })
  })
})

const colleague = {
  id: null,
  name: '程亦舟',
  roles: ['reporter' as const],
  colour: '#2F7D6B',
  retired: false,
}

test('a call over plain HTTP is nobody’s: it may look who is there, and no seat outlasts it', async () => {
  const { origin, cookie } = await enterDoor({ folder: temporaryFolder(), begin: 'empty' })
  const client: Client = createORPCClient(new HttpLink({ url: `${origin}/rpc`, headers: { cookie, origin } }))
  const { people } = await client.desk.open()
  expect(await client.people.list()).toEqual(people)
  await client.desk.sit({ personId: people[0]!.id })
  expect(await failureOf(client.stories.budget({ trash: false }))).toBe('actor.none')
})
