import type { PageView } from '../../view/page-view'
import { rectOf } from '../../paper'
import type { FaultRule, FoundFault } from '../fault'
import { frameName, storyName } from '../frame-names'
import { placedPhotos } from '../placed-photos'
import { placedStories } from '../placed-stories'

/** 缺稿: a place that still waits: for its story, its text, its picture or its advertisement. */
export const missingStory: FaultRule = {
  id: 'missingStory',
  severity: 'error',
  find: view => [...stories(view), ...pictures(view)],
}

function stories(view: PageView): FoundFault[] {
  return placedStories(view).flatMap(({ frame, composed, story }): FoundFault[] => {
    const own = { frameIds: [frame.id], where: '', marks: [composed.rect] }
    if (frame.storyId === null) {
      const message = '有一个文框还空着，没有稿件'
      return [{ ...own, message, remedy: '从待排里拖一篇进来，或者删掉这个文框。' }]
    }
    if (!story) {
      const message = '文框里的稿件已经不在稿库里了'
      return [{ ...own, message, remedy: '换一篇稿件，或者删掉这个文框。' }]
    }
    const isBare = story.blocks.every(block => block.kind !== 'photo' && block.text.trim() === '')
    if (!isBare) return []
    const message = `${storyName(view, frame.storyId)}还没有正文`
    return [{ ...own, message, remedy: '等记者交稿，或者换一篇稿件。' }]
  })
}

function pictures(view: PageView): FoundFault[] {
  const announced = placedPhotos(view).flatMap(({ frame, shown, rect, name, where }): FoundFault[] => {
    if (shown.photo.image !== null) return []
    const message = `${name}还没有到，印出来是个空框`
    return [
      { frameIds: [frame.id], where, marks: [rect], message, remedy: '把照片放进稿件，或者去掉这个图框。' },
    ]
  })
  const { paper, frames } = view.layout
  const others = frames.flatMap((frame): FoundFault[] => {
    const own = { frameIds: [frame.id], marks: [rectOf(paper, frame)] }
    if (frame.kind === 'ad' && frame.image === null) {
      const message = `${frameName(view, frame)}的画面还没有到`
      return [{ ...own, where: '', message, remedy: '放进广告的图片或 PDF，或者删掉这个框。' }]
    }
    const isGone = (source: { kind: string; storyId?: string; photo: unknown }) => {
      if (source.kind !== 'story' || typeof source.photo !== 'number') return false
      const blocks = view.stories.get(source.storyId ?? '')?.blocks ?? []
      return blocks.filter(block => block.kind === 'photo').length <= source.photo
    }
    const sources = frame.kind === 'story' ? frame.photos.map(one => one.source) : []
    const all = frame.kind === 'photo' ? [frame.source] : sources
    return all.flatMap((source, at): FoundFault[] => {
      if (!isGone(source)) return []
      const message = `${frameName(view, frame)}里第 ${at + 1} 张图片已经不在稿件里了`
      return [{ ...own, where: `photo-${at}`, message, remedy: '换一张图片，或者去掉这个图框。' }]
    })
  })
  return [...announced, ...others]
}
