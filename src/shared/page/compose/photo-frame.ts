import type { StoryParts } from '../../story/parts'
import type { PlaceClaim } from './claims'
import { bareFrame, type ComposedFrame } from './composed'
import { edgesOf } from './edges'
import type { PhotoFrame } from '../layout'
import type { Paper, Rect } from '../paper'
import { paintPhoto, photoOf } from './photo'
import { pt, sizes } from '../sizes'

/** A photo by itself, in what is left of its frame. */
export function paintPhotoFrame(
  frame: PhotoFrame,
  story: StoryParts | undefined,
  claim: PlaceClaim,
  rect: Rect,
  own: Rect,
  paper: Paper,
): ComposedFrame {
  const bare = bareFrame(frame.id, rect)
  const above = frame.ruleAbove === 'none' ? 0 : paper.pitch
  const place: Rect = { ...own, y: pt(own.y + above), height: pt(own.height - above) }
  const items = edgesOf(frame, [claim], paper)
  const found = photoOf(frame.source, story)
  if (!found || place.height <= 0) return { ...bare, items, hides: found !== null }
  const { crop, captionPlace } = frame
  const style = { frameId: frame.id, size: sizes[paper.captionSize], pitch: paper.pitch, firstLine: 0 }
  const painted = paintPhoto(found, place, { ...style, crop, captionPlace })
  return {
    ...bare,
    items: [...items, ...painted.items],
    hides: !painted.isWhole,
    photos: painted.shown ? [{ inset: null, wrapRoom: null, ...painted.shown }] : [],
  }
}
