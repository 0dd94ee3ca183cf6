import { extname, join, normalize, sep } from 'node:path'

/** Media types of what a build of the window holds; nothing else is served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** A file to serve. */
export interface StaticFile {
  readonly path: string
  readonly type: string
  readonly cacheControl: string
}

/**
 * The file of a request's path below `root`, or null: what leads out of the folder, hidden files, and kinds
 * that are not known are not there. Names under /assets/ carry a hash and never change.
 */
export function staticFile(root: string, pathname: string): StaticFile | null {
  const decoded = decode(pathname)
  if (decoded === null || !decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return null
  if (decoded.split('/').some(name => name.startsWith('.'))) return null
  const name = decoded.endsWith('/') ? `${decoded}index.html` : decoded
  const path = normalize(join(root, name))
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) return null
  const type = types[extname(path).toLowerCase()]
  if (!type) return null
  const isHashed = name.startsWith('/assets/')
  return { path, type, cacheControl: isHashed ? 'private, max-age=31536000, immutable' : 'no-cache' }
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
