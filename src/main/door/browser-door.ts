import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { BodyLimitPlugin, RPCHandler as HttpHandler } from '@orpc/server/node'
import { RPCHandler as SocketHandler } from '@orpc/server/ws'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { contract } from '../../shared/contract'
import { callBytes, type MethodMeta } from '../../shared/contract/base'
import { done, failed, type Result } from '../../shared/contract/failure'
import type { NewsroomRouter } from '../newsroom/router'
import { newConnection } from '../newsroom/seat'
import { addressOf, Guard, type Verdict } from './guard'
import { missingPage, safeHeaders, strangerPage, unbuiltPage } from './door-pages'
import { logBugs } from './log-bugs'
import { staticFile } from './static-files'

/** Photos and texts that are too large get a sentence from their own service, within the bounds of a call. */
const { most: mostBytes, mostWithFile: mostBytesOfFiles } = callBytes

/** The methods whose calls may be as large as files are: /photos/add. */
const fileMethods: readonly string[] = Object.entries(contract).flatMap(([room, methods]) =>
  Object.entries(methods)
    .filter(([, method]) => (method as { '~orpc': { meta: MethodMeta } })['~orpc'].meta.carriesFile)
    .map(([name]) => `/${room}/${name}`),
)

export interface DoorOptions {
  /** May still be on its way: the window's files are served meanwhile, and calls wait for it. */
  readonly router: NewsroomRouter | Promise<NewsroomRouter>
  /** The built window. */
  readonly windowFolder: string
  /** 0 takes a free one. */
  readonly port: number
  readonly token: string
}

/** An open browser door. */
export interface BrowserDoor {
  /** Address with the one-time token. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/**
 * Opens the door on the loopback address. A window's socket is its connection, with a seat of its own; a call over plain
 * HTTP is a connection of one call, in which nobody sits. Fails with door.port-in-use.
 */
export async function openBrowserDoor(options: DoorOptions): Promise<Result<BrowserDoor>> {
  const { windowFolder, token } = options
  const handlers = Promise.resolve(options.router).then(router => {
    const handler = (maxBodySize: number) =>
      new HttpHandler(router, {
        plugins: [new BodyLimitPlugin({ maxBodySize })],
        interceptors: [logBugs],
      })
    return {
      calls: handler(mostBytes),
      files: handler(mostBytesOfFiles),
      sockets: new SocketHandler(router, { interceptors: [logBugs] }),
    }
  })
  // Whoever opens the newsroom hears that it could not be opened.
  handlers.catch(() => undefined)
  const socketServer = new WebSocketServer({ noServer: true, maxPayload: mostBytesOfFiles })

  const server = createServer()
  try {
    server.listen(options.port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return failed('door.port-in-use', `端口 ${options.port} 已被占用。`, '请换一个端口，或不指定端口。')
    }
    throw error
  }
  const { port } = server.address() as AddressInfo
  const guard = new Guard(port, token)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries<string>(safeHeaders)) response.setHeader(name, value)
    const verdict = guard.judge(knockOf(request, false))
    if (verdict.kind !== 'pass') return turn(response, verdict)
    const pathname = addressOf(request.url ?? '/')?.pathname
    if (pathname === undefined) {
      send(response, 400, missingPage)
      return
    }
    if (pathname.startsWith('/rpc/')) {
      response.setHeader('cache-control', 'no-store')
      const isFile = fileMethods.includes(pathname.slice('/rpc'.length))
      // A body that says that it is too large is not waited for; one that does not say is cut off on the way.
      if (Number(request.headers['content-length']) > (isFile ? mostBytesOfFiles : mostBytes)) {
        response.setHeader('connection', 'close')
        send(response, 413, missingPage)
        return
      }
      const { calls, files } = await handlers
      const handle = isFile ? files : calls
      const { matched } = await handle.handle(request, response, { prefix: '/rpc', context: newConnection() })
      if (!matched) send(response, 404, missingPage)
      return
    }
    await serveFile(request, response, pathname, windowFolder)
  }

  server.on('request', (request, response) => {
    answer(request, response).catch(error => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const address = addressOf(request.url ?? '/')
    if (!address) {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
      return
    }
    if (guard.judge(knockOf(request, true)).kind !== 'pass' || address.pathname !== '/rpc') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    const take = ({ sockets }: Awaited<typeof handlers>) =>
      socketServer.handleUpgrade(request, socket, head, client => {
        client.on('error', () => client.terminate())
        void sockets.upgrade(bounded(client), { context: newConnection() })
      })
    handlers.then(take).catch(() => socket.destroy())
  })

  return done({
    url: `http://127.0.0.1:${port}/?token=${encodeURIComponent(token)}`,
    port,
    async close() {
      for (const client of socketServer.clients) client.terminate()
      socketServer.close()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  })
}

const knockOf = (request: IncomingMessage, isUpgrade: boolean) => ({
  method: request.method ?? 'GET',
  url: request.url ?? '/',
  headers: request.headers,
  isUpgrade,
})

function turn(response: ServerResponse, verdict: Exclude<Verdict, { kind: 'pass' }>): void {
  switch (verdict.kind) {
    case 'enter':
      response.setHeader('set-cookie', verdict.cookie)
      response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end()
      return
    case 'home':
      response.writeHead(303, { location: '/', 'cache-control': 'no-store' }).end()
      return
    case 'foreign':
    case 'stranger':
      send(response, 403, strangerPage)
  }
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(html)
}

async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  folder: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, missingPage)
  const file = staticFile(folder, pathname)
  const found = file && (await stat(file.path).catch(() => null))
  if (!file || !found?.isFile()) return send(response, 404, pathname === '/' ? unbuiltPage : missingPage)
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': found.size,
    'cache-control': file.cacheControl,
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** A socket whose calls are no larger than calls are; those that carry a file may be as large as files are. */
function bounded(client: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
  client.on('message', (data: RawData) => {
    const parts = Array.isArray(data) ? data : [data]
    if (parts.reduce((sum, part) => sum + part.byteLength, 0) <= mostBytes) return
    // A message begins with its call as JSON; the file follows it.
    const [first] = parts
    const head = first instanceof ArrayBuffer ? Buffer.from(first, 0, 300) : first!.subarray(0, 300)
    if (!fileMethods.some(method => head.includes(`"u":"${method}"`))) client.close(1009)
  })
  return client
}
