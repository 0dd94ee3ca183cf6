import { setImmediate } from 'node:timers/promises'
import { folderName, TakenNames, zipName } from './file-names'
import type { HandoverInput, HandoverStep } from './handover'
import { PageFolder, pageOrdinal } from './page-folder'
import { zipTime } from './zip-time'
import { mostZipBytes, ZipWriter } from './zip-writer'

/**
 * 交付: makes a folder for each page, all in one zip, telling before each piece of work what it is and after the
 * last one `ready`. The same input makes the same bytes. Photos and proofs are read when their turn comes, so
 * that beside the zip there is one of them in memory.
 *
 * Where the signal is aborted, or whoever listens leaves, it ends between two pieces of work without `ready`.
 * Where the zip grows too large it ends with a step that says so, `ready` null and `failure` set.
 */
export async function* packHandover(
  input: HandoverInput,
  signal: AbortSignal,
  mostBytes = mostZipBytes,
): AsyncGenerator<HandoverStep, void, undefined> {
  const zip = new ZipWriter(zipTime(input.now, input.timeZone))
  const folders = new TakenNames()
  const pages = input.pages.map(page => ({ page, folder: new PageFolder(page, input) }))
  const total = pages.flatMap(({ folder }) => folder.tasks()).reduce((files, task) => files + task.files, 0)
  const warnings: string[] = []
  let done = 0
  for (const { page, folder } of pages) {
    const path = folders.take(folderName(page), [''])
    for (const task of folder.tasks()) {
      if (signal.aborted) return
      yield { done, total, now: task.now, ready: null, failure: null }
      // The newsroom answers others between two pieces of work.
      await setImmediate()
      if (signal.aborted) return
      for (const file of await task.run()) zip.add(`${path}/${file.name}`, file.bytes, file.isPacked)
      if (zip.bytes > mostBytes) {
        yield { done, total, now: task.now, ready: null, failure: tooLarge(mostBytes) }
        return
      }
      done += task.files
    }
    warnings.push(
      ...folder.warnings.map(text => (pages.length > 1 ? `${pageOrdinal(page)} 版 ${text}` : text)),
    )
  }
  if (signal.aborted) return
  yield { done, total, now: '装成一个包', ready: null, failure: null }
  await setImmediate()
  if (signal.aborted) return
  const ready = { name: zipName(input.pages), zip: zip.end(), warnings }
  yield { done, total, now: '交付包已做好', ready, failure: null }
}

const tooLarge = (bytes: number) => ({
  code: 'output.too-large',
  message: `交付包超过 ${Math.round(bytes / 1_000_000)} MB，没有做完，稿件和图片都没有动。`,
  remedy: '请分几次交付，一次少选几个版。',
})
