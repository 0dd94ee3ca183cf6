import type { ImportedPage } from '../../shared/contract'

/** A read page without the stories that were unticked; changes keep to the stories that are left. */
export function chosenStories(page: ImportedPage, left: ReadonlySet<number>): ImportedPage {
  const places = new Map<number, number>()
  page.stories.forEach((_story, index) => {
    if (!left.has(index)) places.set(index, places.size)
  })
  return {
    ...page,
    stories: page.stories.filter((_story, index) => !left.has(index)),
    changes: page.changes.flatMap(change => {
      if (change.story === null) return [change]
      const story = places.get(change.story)
      return story === undefined ? [] : [{ ...change, story }]
    }),
  }
}
