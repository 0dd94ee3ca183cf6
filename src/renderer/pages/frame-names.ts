import type { ComposedFrame } from '../../shared/page/compose/composed'
import { fitSaid, standingOf } from '../../shared/page/fit/standing'
import type { Frame } from '../../shared/page/layout'
import type { StoryParts } from '../../shared/story/parts'

const kinds: Readonly<Record<Exclude<Frame['kind'], 'story'>, string>> = {
  photo: '图片',
  strap: '专题栏头',
  ad: '广告',
  masthead: '报头',
  folio: '报眉',
}

/** How a frame stands, as its tag says it; null where there is nothing to say. */
const fitOf = (frame: ComposedFrame | undefined): string | null =>
  frame?.fit && standingOf(frame.fit) !== 'fits' ? fitSaid(frame.fit) : null

/** What a frame is called where it is listed: its headline, caption, words. */
export function frameTitle(frame: Frame, stories: ReadonlyMap<string, StoryParts>): string {
  switch (frame.kind) {
    case 'story':
      return frame.storyId === null ? '空文框' : stories.get(frame.storyId)?.headline || '无题'
    case 'strap':
      return frame.text || kinds.strap
    case 'ad':
      return frame.client || kinds.ad
    default:
      return kinds[frame.kind]
  }
}

/** A frame in words, for those who do not see the page: 稿件《…》，第 1 栏第 4 行，4 栏 38 行，溢 3 行 41 字. */
export function frameWords(
  frame: Frame,
  composed: ComposedFrame | undefined,
  stories: ReadonlyMap<string, StoryParts>,
): string {
  const title = frameTitle(frame, stories)
  const named =
    frame.kind === 'story'
      ? frame.storyId === null
        ? '空文框'
        : `稿件《${title}》`
      : frame.kind === 'strap' || frame.kind === 'ad'
        ? title === kinds[frame.kind]
          ? title
          : `${kinds[frame.kind]}《${title}》`
        : title
  const place = `第 ${frame.column + 1} 栏第 ${frame.row + 1} 行`
  const size = `${frame.columnSpan} 栏 ${frame.rowSpan} 行`
  return [named, place, size, fitOf(composed)].filter(Boolean).join('，')
}
