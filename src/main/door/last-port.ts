import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The port that a folder's door had last. At the same address the browser finds the window's files and their compiled
 * code in its cache, and a window that was left open finds the newsroom again.
 */
const fileOf = (folder: string) => join(folder, 'door-port')

/** 0, any, where the folder has none. */
export async function lastPort(folder: string): Promise<number> {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => '')
  const port = /^\d{4,5}$/.test(text) ? Number(text) : 0
  return port >= 1024 && port <= 65_535 ? port : 0
}

export async function keepPort(folder: string, port: number): Promise<void> {
  // A folder that takes no more files costs a slower start, no more.
  await writeFile(fileOf(folder), String(port)).catch(() => undefined)
}
