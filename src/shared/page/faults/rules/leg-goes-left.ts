import type { StoryFrame } from '../../layout'
import type { PageView } from '../../view/page-view'
import type { Rect } from '../../paper'
import { pt, type Pt } from '../../sizes'
import type { FaultRule } from '../fault'
import { frameName } from '../frame-names'
import { placedStories, textColumns, type PlacedStory, type TextColumn } from '../placed-stories'
import { footOf, hair, meetingOf, rightOf } from '../rects'

interface Leg {
  readonly story: PlacedStory
  readonly column: TextColumn
}

/**
 * 走文左走 (newsroom.md 3.4, 6; P17): a story whose text, read from left to right, goes on further left than it
 * stood, or jumps over another story or an advertisement. Straight down it may go
 * on: pieces below one another are read as one column.
 */
export const legGoesLeft: FaultRule = {
  id: 'legGoesLeft',
  severity: 'error',
  find(view) {
    return threadsOnPage(view).flatMap(legs =>
      legs.slice(1).flatMap((next, at) => {
        const last = legs[at]!
        const { frame, name } = next.story
        const step = last.column.rect.x - next.column.rect.x
        const frameIds = [...new Set([frame.id, last.story.frame.id])]
        const where = `leg-${at + 1}`
        const marks = [last.column.text!, next.column.text!]
        if (step > hair) {
          return [
            {
              frameIds,
              where,
              marks,
              message: `${name}的文字第 ${at + 2} 段回头往左走了，读完右边要再找左边`,
              remedy: '改 L 形各块的先后，让文字一路从左到右；或者改成一个长方的文框。',
            },
          ]
        }
        const crossed = between(view, last, next)
        if (!crossed) return []
        return [
          {
            frameIds,
            where,
            marks,
            message: `${name}的文字从第 ${at + 1} 段跳过${frameName(view, crossed)}才接上第 ${at + 2} 段`,
            remedy: '把隔在中间的文框移开，或者让这篇的各块挨在一起。',
          },
        ]
      }),
    )
  },
}

/** The columns with text of each story, through all its frames on this page, in the order in which it is read. */
function threadsOnPage(view: PageView): Leg[][] {
  const threads = new Map<string, Leg[]>()
  for (const story of placedStories(view)) {
    const { storyId, continues } = story.frame
    if (storyId === null) continue
    const own = textColumns(view, story).flatMap(column => (column.text ? [{ story, column }] : []))
    const before = threads.get(storyId)
    if (continues && before && story.composed.jumps.from === null) before.push(...own)
    else threads.set(continues && before ? `${storyId} ${story.frame.id}` : storyId, own)
  }
  return [...threads.values()]
}

/** What of other stories, or advertisements, lies on the way from the foot of one leg to the head of the next. */
function between(view: PageView, last: Leg, next: Leg) {
  const a = last.column.text!
  const b = next.column.text!
  // From the gutter behind one leg to the gutter before the next.
  const [x1, y1] = b.x > rightOf(a) ? [rightOf(a), footOf(a)] : [a.x + a.width / 2, footOf(a)]
  const [x2, y2] = b.x > rightOf(a) ? [b.x, b.y] : [b.x + b.width / 2, b.y]
  return view.layout.frames.find(frame => {
    if (frame.kind !== 'story' && frame.kind !== 'ad') return false
    if (frame.kind === 'story' && isSame(frame, last.story.frame)) return false
    const rects = view.composed.frames.get(frame.id)?.rects ?? []
    // What lies over the story itself is told as 文框相叠.
    const own = [...last.story.composed.rects, ...next.story.composed.rects]
    if (rects.some(rect => own.some(one => meetingOf(rect, one)))) return false
    return rects.some(rect => isCrossed(rect, pt(x1), y1, pt(x2), y2))
  })
}

const isSame = (a: StoryFrame, b: StoryFrame) =>
  a.id === b.id || (a.storyId !== null && a.storyId === b.storyId)

/** True where a straight way from one point to another leads through the inside of a rectangle. */
function isCrossed(rect: Rect, x1: Pt, y1: Pt, x2: Pt, y2: Pt): boolean {
  let from = 0
  let to = 1
  const clip = (start: Pt, way: Pt, low: Pt, high: Pt) => {
    if (Math.abs(way) < hair) return start > low && start < high
    const [a, b] = [(low - start) / way, (high - start) / way]
    from = Math.max(from, Math.min(a, b))
    to = Math.min(to, Math.max(a, b))
    return from < to
  }
  return (
    clip(x1, pt(x2 - x1), pt(rect.x + hair), pt(rightOf(rect) - hair)) &&
    clip(y1, pt(y2 - y1), pt(rect.y + hair), pt(footOf(rect) - hair))
  )
}
