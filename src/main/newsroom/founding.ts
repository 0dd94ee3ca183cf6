import { done, type Result } from '../../shared/contract/failure'
import type { Person } from '../../shared/contract'
import { baseColumnOf } from '../../shared/budget/base-column'
import { emptyLayout } from '../../shared/page/frame-defaults'
import type { Frame, PhotoSource } from '../../shared/page/layout'
import { paperOf } from '../../shared/page/paper'
import type { StoryParts } from '../../shared/story/parts'
import { addEdition, addPage } from '../store/editions'
import { writeMeta } from '../store/meta'
import { savePerson } from '../store/people'
import { keepUsualPaper } from '../store/papers'
import { addPhoto } from '../store/photos'
import { transact, type Tables } from '../store/transact'
import { inspectPhoto, type ReadPhoto } from './photos'
import { readSample, type SampleStory } from './resources'
import { insertStory } from './stories'
import type { World } from './world'

const timeZone = 'Asia/Shanghai'

/** A newsroom with one person at the desk and nothing on it. */
export function foundEmpty(tables: Tables, world: World): Promise<Result<void>> {
  return transact(tables, async transaction => {
    await savePerson(transaction, {
      id: world.newId(),
      name: '值班编辑',
      roles: ['editor'],
      colour: '#1F4E8C',
      retired: false,
    })
    await writeMeta(transaction, 'paper', JSON.stringify({ name: '本报', timeZone }))
    await writeMeta(transaction, 'newsroom', world.newId())
    return done(undefined)
  })
}

interface SamplePhoto extends ReadPhoto {
  readonly bytes: Uint8Array
}

/** The sample newsroom: an invented county paper with its people, stories, photos and one laid-out edition. */
export async function foundSample(tables: Tables, world: World): Promise<Result<void>> {
  const { newsroom, stories, photos: files, pages } = await readSample()
  const photos = new Map<string, SamplePhoto>()
  for (const [name, bytes] of files) {
    const read = await inspectPhoto(bytes)
    if (!read.ok) return read
    photos.set(name, { ...read.value, bytes })
  }
  const people: Person[] = newsroom.people.map(person => ({ ...person, id: world.newId(), retired: false }))
  const byName = new Map(people.map(person => [person.name, person.id]))
  const by = people[0]!.id
  const layoutPerson = people.find(person => person.roles.includes('layout'))?.id ?? by
  const paper = paperOf(newsroom.paper.format)
  const baseColumn = baseColumnOf(paper)
  const editionId = world.newId()
  const { date, number } = newsroom.edition
  return transact(tables, async (transaction): Promise<Result<void>> => {
    const at = world.now().toISOString()
    for (const person of people) await savePerson(transaction, person)
    await addEdition(transaction, { id: editionId, number, date })
    for (const { image, width, height, type, bytes } of photos.values()) {
      const facts = { hash: image, width, height, type, bytes: bytes.length, added_at: at, added_by: by }
      await addPhoto(transaction, { ...facts, original: bytes })
    }
    const placed = new Map<string, string>()
    for (const story of stories) {
      const parts = withPhotos(story, photos)
      const { slug, genre, plannedCharacters, page, state, author } = story
      const row = await insertStory(
        transaction,
        world,
        byName.get(author) ?? by,
        parts,
        {
          slug,
          genre,
          plannedCharacters,
          page,
          state,
          author,
          editionId: page === null ? null : editionId,
          editorId: byName.get(story.editor) ?? null,
          deadline: eveningBefore(date, story.deadline),
        },
        baseColumn,
      )
      placed.set(slug, row.id)
    }
    const storyId = (slug: string) => known(placed.get(slug), slug)
    const image = (name: string) => known(photos.get(name)?.image, name)
    for (const page of newsroom.edition.pages) {
      const drawn = pages.find(one => one.number === page.number)
      const frames = (drawn?.frames ?? []).map(frame => framed(frame, storyId, image))
      const ignored = (drawn?.ignored ?? []).map(fault => ({ ...fault, by: layoutPerson, at }))
      const layout = { ...emptyLayout(paper), frames, ignored }
      await addPage(transaction, { ...page, id: world.newId(), editionId, credits: null }, layout, by, at)
    }
    await keepUsualPaper(transaction, paper.id)
    await writeMeta(transaction, 'paper', JSON.stringify({ name: newsroom.paper.name, timeZone }))
    await writeMeta(transaction, 'newsroom', world.newId())
    return done(undefined)
  })
}

/** What the sample's pages speak of must be there. */
function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new RangeError(`The sample's pages know ${name}, its folders do not`)
  return found
}

/** A frame of the sample's pages with this newsroom's own stories and pictures. */
function framed(frame: Frame, storyId: (slug: string) => string, image: (name: string) => string): Frame {
  const own = (source: PhotoSource): PhotoSource => {
    return source.kind === 'story' ? { ...source, storyId: storyId(source.storyId) } : source
  }
  switch (frame.kind) {
    case 'ad':
      return { ...frame, image: frame.image && image(frame.image) }
    case 'strap':
      return { ...frame, storyIds: frame.storyIds.map(storyId) }
    case 'photo':
      return { ...frame, source: own(frame.source) }
    case 'story': {
      const photos = frame.photos.map(inset => ({ ...inset, source: own(inset.source) }))
      return { ...frame, photos, storyId: frame.storyId && storyId(frame.storyId) }
    }
    default:
      return frame
  }
}

/** The story's parts with its photos' files in its photo blocks, first to first. */
function withPhotos(story: SampleStory, photos: ReadonlyMap<string, SamplePhoto>): StoryParts {
  const waiting = story.photos.map(name => photos.get(name))
  const blocks = story.parts.blocks.map(block => {
    const photo = block.kind === 'photo' ? waiting.shift() : undefined
    if (!photo) return block
    const { image, width, height } = photo
    return { ...block, image, width, height }
  })
  return { ...story.parts, blocks }
}

/** A county paper closes on the evening before its date; China keeps one time, eight hours ahead of UTC. */
function eveningBefore(date: string, time: string): string {
  const day = new Date(`${date}T${time}:00+08:00`)
  return new Date(day.getTime() - 24 * 60 * 60 * 1000).toISOString()
}
