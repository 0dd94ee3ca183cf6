import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSample } from '../../src/main/newsroom/resources'
import { paperOf, type GridPlace } from '../../src/shared/page/paper'
import { photosOf } from '../../src/shared/page/compose/photo'

const { newsroom, stories, pages } = await readSample()
const paper = paperOf(newsroom.paper.format)
const bySlug = new Map(stories.map(story => [story.slug, story]))
const named = pages.map(page => [`${page.number}版`, page] as const)

it('every page of the edition is laid out, in its order', () => {
  expect(pages.map(page => page.number)).toEqual(newsroom.edition.pages.map(page => page.number))
})

it('every story that is planned for a page stands on it, and no other', () => {
  const placed = pages.flatMap(({ number, frames }) =>
    frames.flatMap(frame =>
      frame.kind === 'story' && !frame.continues ? [[frame.storyId, number] as const] : [],
    ),
  )
  const wrong = placed.filter(([slug, number]) => bySlug.get(slug ?? '')?.page !== number)
  expect(wrong).toEqual([])
  expect(new Set(placed.map(([slug]) => slug)).size).toBe(placed.length)
})

describe.each(named)('%s', (_name, { frames }) => {
  it('names each frame once', () => expect(new Set(frames.map(frame => frame.id)).size).toBe(frames.length))

  it('keeps its frames within the paper', () => {
    const places = frames.flatMap((frame): GridPlace[] =>
      frame.kind === 'story' ? [frame, ...frame.regions] : [frame],
    )
    const outside = places.filter(
      place => place.column + place.columnSpan > paper.columns || place.row + place.rowSpan > paper.lines,
    )
    expect(outside).toEqual([])
  })

  it('speaks of stories, photos and pictures that are there', () => {
    const unknown = frames.flatMap(frame => {
      if (frame.kind === 'strap') return frame.storyIds.filter(slug => !bySlug.has(slug))
      if (frame.kind === 'ad') {
        const file = join(import.meta.dirname, 'ads', frame.image ?? '')
        return frame.image !== null && existsSync(file) ? [] : [frame.id]
      }
      const sources =
        frame.kind === 'photo' ? [frame.source] : frame.kind === 'story' ? frame.photos.map(one => one.source) : []
      const photos = sources.filter(source => {
        if (source.kind === 'loose') return true
        const story = bySlug.get(source.storyId)
        return !story || photosOf(story.parts)[source.photo] === undefined
      })
      const slug = frame.kind === 'story' ? frame.storyId : null
      return [...photos, ...(slug === null || bySlug.has(slug) ? [] : [slug])]
    })
    expect(unknown).toEqual([])
  })
})
