import { done, type Result } from '../../../shared/contract/failure'
import { readHandedIn } from '../handed-in'
import type { StoryFile, StoryFileSettings } from './story-file'

/** A file handed in as one story. */
export async function readStory(
  bytes: Uint8Array,
  settings: StoryFileSettings = {},
): Promise<Result<StoryFile>> {
  const read = await readHandedIn(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'story', settings)
  if (!read.ok) return read
  if (read.value.kind === 'page') throw new Error('Asked for one story, got a page')
  return done(read.value)
}
