import { readFile } from 'node:fs/promises'
import { safeHeaders } from '../door/door-pages'
import { staticFile, type StaticFile } from '../door/static-files'
import { appUrl, isOwnPage } from './origin'

/** The file under `folder` that an address of our scheme asks for, by the browser door's own rules; else null. */
export const resolveAppPath = (url: string, folder: string): StaticFile | null =>
  isOwnPage(url, appUrl) ? staticFile(folder, new URL(url).pathname || '/') : null

/** Answers a request of the window for one of the app's files in `folder`. Nothing but GET is answered. */
export async function answerAppRequest(request: Request, folder: string): Promise<Response> {
  const missing = new Response(null, { status: 404, headers: safeHeaders })
  const file = request.method === 'GET' ? resolveAppPath(request.url, folder) : null
  if (!file) return missing
  try {
    const headers = { ...safeHeaders, 'content-type': file.type, 'cache-control': file.cacheControl }
    return new Response(await readFile(file.path), { headers })
  } catch (error) {
    if (!['ENOENT', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return missing
  }
}
