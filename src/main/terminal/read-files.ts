import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { failed, type Failure, type Result, done } from '../../shared/contract/failure'
import { maxTextBytes } from '../intake/decode'
import type { Terminal } from './command'

/** A text file's bytes. Fails with terminal.no-file, .not-a-file, .no-permission or intake.too-large. */
export async function readTextFile(name: string, terminal: Terminal): Promise<Result<Uint8Array>> {
  const path = resolve(terminal.folder, name)
  try {
    const found = await stat(path)
    if (!found.isFile()) return failed('terminal.not-a-file', `“${name}”不是文件。`, '请给一个文本文件。')
    // Known before it is read: a film given by mistake must not fill the memory.
    if (found.size >= maxTextBytes) return tooLarge(found.size)
    return done(await readFile(path))
  } catch (error) {
    const failure = fileFailure(error, name)
    if (!failure) throw error
    return { ok: false, failure }
  }
}

export const tooLarge = (size: number): Result<never> =>
  failed(
    'intake.too-large',
    `文字有 ${Math.round(size / 1_000_000)} MB，一个版的文字没有这么大。`,
    '请只给这个版的文字。',
  )

/** What the file system says, in the user's words; null for what is a bug. */
export function fileFailure(error: unknown, name: string): Failure | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ENOENT':
      return {
        code: 'terminal.no-file',
        message: `没有“${name}”，或它的文件夹不在。`,
        remedy: '请检查路径。',
      }
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return { code: 'terminal.not-a-file', message: `“${name}”不是能用的文件。`, remedy: '请检查路径。' }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        code: 'terminal.no-permission',
        message: `没有权限读写“${basename(name)}”。`,
        remedy: '请检查文件的权限。',
      }
    case 'ENOSPC':
      return { code: 'terminal.disk-full', message: '磁盘满了，没有写成。', remedy: '请清出空间再试。' }
    default:
      return null
  }
}
