import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { memoryFolder } from '../src/main/store/memory-folder.testing'

/** Names the folder in which a run keeps what it makes. */
const variable = 'DAYANG_E2E_FOLDER'

/** A folder of the run's own; gone with all that is in it when the run ends. */
export const inRunFolder = (...names: string[]): string => join(process.env[variable]!, ...names)

/** A new folder for one case. */
export const caseFolder = (): string => mkdtempSync(inRunFolder('case-'))

/** Before all workers: makes the folder, and founds the newsrooms that the cases copy. */
export default async function setUp(): Promise<() => void> {
  const { folder, remove } = memoryFolder()
  process.env[variable] = folder
  // The newsroom's source is much to read: once, and not in every worker.
  const { makeNewsrooms } = await import('./made-newsrooms')
  await makeNewsrooms(name => inRunFolder(name))
  return remove
}
