import { describe, expect, it } from 'vitest'
import { emptyLayout, insetPhotoDefaults } from '../page/frame-defaults'
import type { PageLayout } from '../page/layout'
import { paperOf } from '../page/paper'
import { newStoryFrame } from '../page/edit/drop-story'
import { emptyParts, type StoryPhoto } from '../story/parts'
import { placedPhotos, shownPhotos, waitingPhotos } from './waiting-photos'

const paper = paperOf('tabloid-6x11')
const place = { column: 0, row: 0, columnSpan: 2, rowSpan: 20 }
const layoutOf = (...storyIds: string[]): PageLayout => ({
  ...emptyLayout(paper),
  frames: storyIds.map(id => newStoryFrame(paper, id, id, place)),
})

describe('photos that wait', () => {
  const photo = (caption: string): StoryPhoto => {
    return { image: null, width: 0, height: 0, caption, credit: '' }
  }
  const stories = new Map([
    [
      'a',
      {
        ...emptyParts,
        blocks: [
          { kind: 'photo' as const, ...photo('甲') },
          { kind: 'photo' as const, ...photo('乙') },
        ],
      },
    ],
  ])
  const captions = (layout: PageLayout, ...others: PageLayout[]) =>
    waitingPhotos(layout, stories, others).map(one => one.photo.caption)

  it('are those that no place of the page shows', () => {
    expect(captions(layoutOf('a'))).toEqual(['甲', '乙'])
    const [frame] = layoutOf('a').frames
    if (frame?.kind !== 'story') throw new Error('No story frame')
    const inset = {
      ...insetPhotoDefaults,
      source: { kind: 'story', storyId: 'a', photo: 0 } as const,
      column: 0,
      columnSpan: 1,
      row: 0,
      rowSpan: 5,
    }
    const shows = { ...layoutOf(), frames: [{ ...frame, photos: [inset] }] }
    expect(captions(shows)).toEqual(['乙'])
    // A story that runs on over the page has its photo on the page before.
    expect(captions(layoutOf('a'), shows)).toEqual(['乙'])
    expect(placedPhotos(shownPhotos([shows]), 'a', stories.get('a')!)).toEqual([0])
    expect(placedPhotos(shownPhotos([layoutOf('a')]), 'a', stories.get('a')!)).toEqual([])
  })

  it('are none of stories that are not on the page', () => {
    expect(captions(layoutOf('b'))).toEqual([])
  })
})
