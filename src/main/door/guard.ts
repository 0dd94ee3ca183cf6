import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What of a request the guard looks at. Header names are in lower case, as Node has them. */
export interface Knock {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** The request asks for a WebSocket. */
  readonly isUpgrade: boolean
}

/** `enter`: the token was right; the answer sets this cookie and leads to `/`. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'enter'; readonly cookie: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'stranger' }

/**
 * Who may come in at the browser door. Loopback names only (a page of another name that resolves to this
 * machine is turned away: DNS rebinding), own origin only (cross-site sockets), and a session cookie that is
 * had once, for the token in the address that the start command shows.
 */
export class Guard {
  readonly #hosts: ReadonlySet<string>
  readonly #cookie: string
  readonly #session = randomBytes(32).toString('base64url')
  #token: string | null

  constructor(port: number, token: string) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
    // Cookies do not know ports; two newsrooms on one machine must not throw each other out.
    this.#cookie = `dayang-${port}`
    this.#token = token
  }

  judge(knock: Knock): Verdict {
    const { host, origin } = knock.headers
    if (typeof host !== 'string' || !this.#hosts.has(host.toLowerCase())) return { kind: 'foreign' }
    const isReading = (knock.method === 'GET' || knock.method === 'HEAD') && !knock.isUpgrade
    if (origin === undefined ? !isReading : !this.#isOwn(origin, host)) return { kind: 'foreign' }

    const known = this.#knows(knock.headers['cookie'])
    const token = addressOf(knock.url)?.searchParams.get('token') ?? null
    if (token !== null && isReading) {
      if (known) return { kind: 'home' }
      if (this.#token !== null && sameText(token, this.#token)) {
        this.#token = null
        const flags = 'HttpOnly; SameSite=Strict; Path=/'
        return { kind: 'enter', cookie: `${this.#cookie}=${this.#session}; ${flags}` }
      }
    }
    return known ? { kind: 'pass' } : { kind: 'stranger' }
  }

  #isOwn(origin: string | string[], host: string): boolean {
    return typeof origin === 'string' && origin.toLowerCase() === `http://${host.toLowerCase()}`
  }

  #knows(cookies: string | string[] | undefined): boolean {
    if (typeof cookies !== 'string') return false
    return cookies.split(';').some(pair => {
      const [name, value] = pair.trim().split('=')
      return name === this.#cookie && value !== undefined && sameText(value, this.#session)
    })
  }
}

/**
 * The address that a request's line names, read as below this door; null for what is none. Node passes on whatever
 * stands in the line: `//`, `http://[`, a port of 99999.
 */
export function addressOf(line: string): URL | null {
  const address = URL.parse(line, 'http://door')
  return address?.host === 'door' ? address : null
}

/** A token for the address: 256 bits, safe in a query. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares in a time that tells nothing about where two texts differ. */
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
