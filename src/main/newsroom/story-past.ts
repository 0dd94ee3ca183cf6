import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { storySchema } from '../../shared/story/schema'
import { DamagedLog, snapshotBefore, stepsAfter } from '../store/story-log'
import type { Tables } from '../store/transact'

/** A story as it stood at a version of its log. Throws DamagedLog where the log cannot be followed. */
export async function documentAt(tables: Tables, storyId: string, version: number): Promise<Node> {
  const snapshot = await snapshotBefore(tables, storyId, version)
  let doc = Node.fromJSON(storySchema, snapshot.doc)
  for (const logged of await stepsAfter(tables, storyId, snapshot.version, version)) {
    const applied = Step.fromJSON(storySchema, logged.step).apply(doc)
    if (!applied.doc) throw new DamagedLog(storyId, logged.version)
    doc = applied.doc
  }
  return doc
}
