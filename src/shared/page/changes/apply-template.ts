import { isFurniture } from '../furniture'
import type { Frame, PageLayout } from '../layout'
import type { PageOp } from './page-op'

/**
 * The ops that lay a page out after a template: its paper and frames, and the page's own stories in the
 * template's story frames, in reading order. Stories for which there is no frame leave the page (they are in the
 * budget still); 报头 or 报眉 stay the page's own kind. `newId` makes ids for the frames that come.
 */
export function applyTemplate(layout: PageLayout, template: PageLayout, newId: () => string): PageOp[] {
  const waiting = layout.frames.flatMap(frame => (frame.kind === 'story' && !frame.continues ? [frame] : []))
  const furniture = layout.frames.find(isFurniture)
  const ops: PageOp[] = layout.frames.map(frame => ({ op: 'remove', frameId: frame.id }))
  ops.push({ op: 'paper', paper: template.paper })
  for (const frame of template.frames) {
    ops.push({ op: 'add', frame: frameFor(frame, waiting, furniture, newId()), before: null })
  }
  return ops
}

function frameFor(
  pattern: Frame,
  waiting: Extract<Frame, { kind: 'story' }>[],
  furniture: Frame | undefined,
  id: string,
): Frame {
  if (isFurniture(pattern))
    return { ...pattern, id, kind: isFurniture(furniture) ? furniture.kind : pattern.kind }
  if (pattern.kind !== 'story') return { ...pattern, id }
  const next = waiting.shift()
  return { ...pattern, id, storyId: next?.storyId ?? null }
}

/** A layout as a pattern: its frames without stories, photos and clients. */
export function templateOf(layout: PageLayout): PageLayout {
  const frames = layout.frames.flatMap((frame): Frame[] => {
    switch (frame.kind) {
      case 'story':
        return [{ ...frame, storyId: null, photos: [], quotes: [], looseness: 0, continues: false }]
      case 'photo':
        return [{ ...frame, source: { kind: 'loose', photo: emptyPhoto }, crop: null, facing: null }]
      case 'strap':
        return [{ ...frame, storyIds: [] }]
      case 'ad':
        return [{ ...frame, client: '', image: null }]
      case 'masthead':
      case 'folio':
        return [frame]
    }
  })
  return { paper: layout.paper, frames, ignored: [] }
}

const emptyPhoto = { image: null, width: 0, height: 0, caption: '', credit: '' }
