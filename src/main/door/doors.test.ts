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
import type { contract } from '../../shared/contract'
import { openNewsroom } from '../newsroom/newsroom'
import { createRouter } from '../newsroom/router'
import { CollabWriter } from '../newsroom/collab-writer.testing'
import { temporaryFolder, valueOf } from '../newsroom/temporary-newsroom.testing'
import { enterDoor } from './enter-door.testing'

type Client = ContractRouterClient<typeof contract>

async function router() {
  const newsroom = valueOf(await openNewsroom({ folder: temporaryFolder(), begin: 'empty' }))
  onTestFinished(() => newsroom.close())
  return createRouter(newsroom)
}

const doors: readonly (readonly [door: string, open: () => Promise<Client>])[] = [
  ['a direct call', async () => createRouterClient(await router()) as Client],
  [
    'a MessagePort',
    async () => {
      const { port1, port2 } = new MessageChannel()
      new PortHandler(await router()).upgrade(port1)
      onTestFinished(() => port1.close())
      return createORPCClient(new PortLink({ port: port2 }))
    },
  ],
  [
    'HTTP',
    async () => {
      const { origin, cookie } = await enterDoor({ folder: temporaryFolder(), begin: 'empty' })
      return createORPCClient(new HttpLink({ url: `${origin}/rpc`, headers: { cookie, origin } }))
    },
  ],
  [
    'a WebSocket',
    async () => {
      const { origin, cookie } = await enterDoor({ folder: temporaryFolder(), begin: 'empty' })
      const websocket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } })
      onTestFinished(() => websocket.terminate())
      return createORPCClient(new SocketLink({ websocket: websocket as unknown as globalThis.WebSocket }))
    },
  ],
]

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
    const client = await open()
    const { people, paper } = await client.desk.open()
    expect(paper.timeZone).toBe('Asia/Shanghai')
    const by = people[0]!.id
    const made = await client.stories.create({ by, template: '消息', plan: { slug: '冬灌' } })
    const opened = await client.stories.open({ id: made.id })
    const writer = new CollabWriter(opened, by, 'window')
    writer.type(0, '水到地头')
    await writer.send(sent => client.stories.submit({ ...sent, steps: [...sent.steps] }))
    expect(await client.stories.stepsSince({ id: made.id, version: 0 })).toHaveLength(1)
    expect(await client.stories.texts({ ids: [made.id, 'none'] })).toEqual([
      { id: made.id, version: 1, doc: writer.doc.toJSON() },
    ])
    expect(await client.stories.search({ query: '地头' })).toEqual([made.id])
    const deadline = '2026-11-23T11:30:00.000Z'
    const planned = await client.stories.plan({ by, id: made.id, change: { page: 1, deadline } })
    expect(planned).toMatchObject({ page: 1, deadline, slug: '冬灌', version: 1 })
    const [trashed] = await client.stories.trash({ by, ids: [made.id] })
    expect(trashed!.trashedAt).not.toBeNull()
    expect(await client.stories.budget({ trash: false })).toEqual([])
    expect(await client.stories.restore({ by, ids: [made.id] })).toMatchObject([{ trashedAt: null }])
    expect(await client.stories.budget({ trash: false })).toMatchObject([{ id: made.id, page: 1 }])
  })

  test('tells of expected failures by code, of wrong input as such, and of bugs nothing', async () => {
    const client = await open()
    const by = (await client.people.list())[0]!.id
    expect(await failureOf(client.stories.open({ id: 'none' }))).toBe('story.unknown')
    expect(await failureOf(client.stories.create({ by: 'x', template: null, plan: {} }))).toBe(
      'person.unknown',
    )
    expect(await failureOf(client.intake.read({ source: '', as: null }))).toBe('intake.empty')
    expect(await failureOf(client.stories.create({ by, template: null, plan: { page: 0 } }))).toBe(
      'BAD_REQUEST',
    )
  })

  test('carries files both ways', async () => {
    const client = await open()
    const by = (await client.people.list())[0]!.id
    const pixels = { width: 900, height: 300, channels: 3, background: '#864' } as const
    const png = await sharp({ create: pixels }).png().toBuffer()
    const file = new Blob([new Uint8Array(png)], { type: 'image/png' })
    const { image, width, height } = await client.photos.add({ by, file })
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
    const client = await open()
    const by = (await client.people.list())[0]!.id
    const events = await client.desk.events()
    expect((await events.next()).value).toEqual({ kind: 'hello' })
    const row = await client.stories.create({ by, template: null, plan: {} })
    expect((await events.next()).value).toEqual({ kind: 'rows', rows: [row] })
    await events.return?.(undefined)
    expect((await events.next()).done).toBe(true)
  })

  test('remembers small things for a person', async () => {
    const client = await open()
    const personId = (await client.people.list())[0]!.id
    await client.desk.remember({ personId, key: 'panels', value: { left: 240, open: ['a'] } })
    await client.desk.remember({ personId, key: 'panels', value: [1, null, '宽'] })
    expect(await client.desk.recall({ personId })).toEqual({ panels: [1, null, '宽'] })
    expect(await failureOf(client.desk.remember({ personId: 'x', key: 'a', value: 1 }))).toBe(
      'person.unknown',
    )
  })
})
