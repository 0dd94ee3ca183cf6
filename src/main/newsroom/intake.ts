import { done, type Result } from '../../shared/contract/failure'
import type { BudgetRow, ImportedPage, ImportedStory, StoryPlan } from '../../shared/contract'
import type { HandedIn, ReadAs } from '../../shared/contract/drafts'
import { clean, type CleanedStory } from '../../shared/cleaning/clean'
import { draftPicture, type Draft, type DraftPicture } from '../../shared/cleaning/draft'
import { genreOf } from '../../shared/budget/genre'
import { fieldsOf } from '../../shared/budget/story-fields'
import type { StoryBlock, StoryParts } from '../../shared/story/parts'
import type { Actor } from '../../shared/review/actor'
import { smallPicture } from '../intake/story/draft-pictures'
import { readHandedIn, type Reading } from '../intake/handed-in'
import type { StoryFileSettings } from '../intake/story/story-file'
import { partsOfImported } from '../intake/story/story-parts'
import { hashOfBytes } from '../store/hash'
import type { Photos } from './photos'
import type { Stories } from './stories'

/** What was read, with a small picture for each that came along. */
export type ReadStory = Extract<Reading, { kind: 'story' }> & {
  readonly thumbnails: readonly (Uint8Array | null)[]
}

/** Where a story is to go in the budget. */
interface Place {
  readonly editionId: string | null
  readonly page: number | null
}

/** What comes in from outside and becomes stories. */
export class Intake {
  /** What was read last, so that accepting it need not convert it again. One at most, and only until it is accepted. */
  #last: { readonly hash: string; readonly reading: ReadStory } | null = null

  constructor(
    private readonly stories: Stories,
    private readonly photos: Photos,
  ) {}

  /** Reads what was handed in without keeping anything in the store. Fails as intake's `readHandedIn` does. */
  async read(
    source: HandedIn,
    as: ReadAs,
    settings: StoryFileSettings = {},
  ): Promise<Result<Exclude<Reading, { kind: 'story' }> | ReadStory>> {
    const read = await readHandedIn(source, as, settings)
    if (!read.ok || read.value.kind === 'page') return read as Result<Exclude<Reading, { kind: 'story' }>>
    const reading = await withThumbnails(read.value)
    this.#last = { hash: await hashOfSource(source), reading }
    return done(reading)
  }

  /** Takes what was read from a page into the budget, all or none. Fails as `Stories.addAll` does. */
  acceptPage(actor: Actor, order: Place & { imported: ImportedPage }): Promise<Result<BudgetRow[]>> {
    const place = { editionId: order.editionId, page: order.page }
    return this.stories.addAll(
      actor,
      storiesOf(order.imported).map(({ parts, plan }) => ({ parts, plan: { ...plan, ...place } })),
    )
  }

  /**
   * Cleans what was handed in as was decided, keeps its photos, and puts one story into the budget. Fails as `read`,
   * `Photos.add` and `Stories.addAll` do; the story comes last, so that one that is there has all its photos.
   */
  async acceptStory(
    actor: Actor,
    order: Place & {
      source: HandedIn
      choices: { reverted: readonly string[]; answers: Readonly<Record<string, string>> }
      name: string
    },
  ): Promise<Result<BudgetRow>> {
    const hash = await hashOfSource(order.source)
    let reading = this.#last?.hash === hash ? this.#last.reading : null
    if (!reading) {
      const read = await this.read(order.source, 'story')
      if (!read.ok) return read
      if (read.value.kind === 'page') throw new Error('read as a story, a text is no page')
      reading = read.value
    }
    const { reverted, answers } = order.choices
    const cleaned = clean(reading.draft, { reverted: new Set(reverted), answers })
    const kept = new Map<number, StoryPhotoFacts>()
    for (const picture of cleaned.pictures) {
      const file = reading.files[picture]
      if (!file || kept.has(picture)) continue
      const added = await this.photos.add(actor, file)
      if (!added.ok) return added
      kept.set(picture, added.value)
    }
    const parts = withPhotos(cleaned, kept)
    const plan = {
      ...planOf(parts, reading.draft, order.name),
      editionId: order.editionId,
      page: order.page,
    }
    const rows = await this.stories.addAll(actor, [{ parts, plan }])
    if (!rows.ok) return rows
    this.#last = null
    return done(rows.value[0]!)
  }
}

type StoryPhotoFacts = Pick<Extract<StoryBlock, { kind: 'photo' }>, 'image' | 'width' | 'height'>

async function withThumbnails(reading: Extract<Reading, { kind: 'story' }>): Promise<ReadStory> {
  const thumbnails: (Uint8Array | null)[] = []
  const pictures: DraftPicture[] = []
  const files: (Uint8Array | null)[] = []
  for (const [index, picture] of reading.draft.pictures.entries()) {
    const file = reading.files[index] ?? null
    const small = file && (await smallPicture(file))
    const isBroken = file !== null && small === null
    thumbnails.push(small)
    files.push(isBroken ? null : file)
    // What cannot be unpacked is told of now, not when the story is accepted.
    pictures.push(isBroken ? draftPicture({ lost: '图片损坏' }) : picture)
  }
  return { ...reading, draft: { ...reading.draft, pictures }, files, thumbnails }
}

async function hashOfSource(source: HandedIn): Promise<string> {
  if (typeof source === 'string') return hashOfBytes(new TextEncoder().encode(source))
  if (source instanceof Blob) return hashOfBytes(new Uint8Array(await source.arrayBuffer()))
  const files = await Promise.all(
    source.files.map(async file => (file ? hashOfBytes(new Uint8Array(await file.arrayBuffer())) : null)),
  )
  return hashOfBytes(new TextEncoder().encode(JSON.stringify([source.draft, files])))
}

/** The cleaned parts with the photo store's facts in the places of the draft's pictures. */
function withPhotos(
  { parts, pictures }: CleanedStory,
  kept: ReadonlyMap<number, StoryPhotoFacts>,
): StoryParts {
  let index = 0
  return {
    ...parts,
    blocks: parts.blocks.map((block): StoryBlock => {
      if (block.kind !== 'photo') return block
      const photo = kept.get(pictures[index++] ?? -1)
      const facts = photo && { image: photo.image, width: photo.width, height: photo.height }
      return { ...block, image: null, width: 0, height: 0, ...facts }
    }),
  }
}

function planOf(parts: StoryParts, draft: Draft, name: string): Partial<StoryPlan> {
  const { characters, photos } = fieldsOf(parts, 0)
  const lost = draft.pictures.filter(picture => picture.lost !== null)
  const reasons = [...new Set(lost.map(picture => picture.lost))].join('、')
  const told = [
    name === '' ? '' : `来稿文件：${name}`,
    lost.length === 0
      ? ''
      : `共 ${draft.pictures.length} 图，取 ${draft.pictures.length - lost.length} 图（${reasons}）`,
  ]
  return {
    genre: genreOf({ dateline: parts.dateline, characters, photos }),
    author: authorOf(parts),
    note: told.filter(Boolean).join('；').slice(0, 500),
  }
}

/**
 * The stories of a read page. Captions that belong to none come in as one 图片新闻, so that no word is left
 * on the table; the strap stands in the notes until a page is laid out under it.
 */
export function storiesOf(imported: ImportedPage): { parts: StoryParts; plan: Partial<StoryPlan> }[] {
  const note = imported.strap === null ? '' : `专题栏头：${imported.strap}`
  const stories = imported.stories.map(story => {
    const parts = partsOfImported(story)
    const { characters, photos } = fieldsOf(parts, 0)
    const genre = genreOf({ dateline: story.dateline, characters, photos })
    return { parts, plan: { genre, author: authorOf(story), note } }
  })
  const photos = imported.photos.map((photo): StoryBlock => ({
    kind: 'photo',
    image: null,
    width: 0,
    height: 0,
    ...photo,
  }))
  if (photos.length === 0) return stories
  const parts: StoryParts = {
    kicker: '',
    headline: '',
    deck: '',
    dateline: '',
    blocks: [{ kind: 'paragraph', text: '' }, ...photos],
    byline: '',
  }
  const genre = genreOf({ dateline: null, characters: 0, photos: photos.length })
  const plan: Partial<StoryPlan> = { genre, slug: '版上图片', note }
  return [...stories, { parts, plan }]
}

/** Who the byline or the dateline names, without brackets. */
function authorOf({ byline, dateline }: Pick<ImportedStory, 'byline' | 'dateline'>): string {
  const named = byline || (/[（(](.*)[）)]/u.exec(dateline ?? '')?.[1] ?? '')
  return named.replace(/^[（(]|[）)]$/gu, '').slice(0, 60)
}
