import { done, failed, type Result } from '../../shared/contract/failure'
import type { BudgetRow, StoryEncoding, StoryForm, StoryGaps } from '../../shared/contract'
import { peopleIn } from '../../shared/style/forms/people'
import { photographersIn, writersIn } from '../../shared/style/forms/story-people'
import type { StoryParts, StoryPhoto } from '../../shared/story/parts'
import { safeNamePart, TakenNames } from '../output/handover/file-names'
import { gbkGaps } from '../output/handover/gbk-gaps'
import type { HandoverStory } from '../output/handover/handover'
import { writePhoto } from '../photo-files/write-photo'
import { plainText } from '../output/handover/plain-text'
import { storyDocx, type StoryPlace } from '../output/handover/story-docx'
import { encodeText } from '../output/handover/text-encoding'
import { wallClock, zipTime } from '../output/handover/zip-time'
import { mostZipBytes, ZipWriter } from '../output/handover/zip-writer'
import { findEdition } from '../store/editions'
import { allPeople } from '../store/people'
import { findStories } from '../store/stories'
import type { Tables } from '../store/transact'
import { unknownStory, type Authority } from './authority'
import type { Desk } from './desk'
import type { Photos } from './photos'
import type { World } from './world'

/** Which files are wanted of which stories. */
export interface StoryFilesOrder {
  readonly ids: readonly string[]
  readonly forms: readonly StoryForm[]
  readonly encoding: StoryEncoding
  readonly photos: boolean
}

/** A file as it leaves the newsroom. */
export interface MadeFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly warnings: readonly string[]
}

interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Packed by its own format already. */
  readonly isPacked: boolean
}

interface OpenStory {
  readonly row: BudgetRow
  readonly parts: StoryParts
}

const types: Readonly<Record<StoryForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  text: 'text/plain',
}

/** Stories that leave by themselves, outside of any page: Word, 小样 as text, with or without their photos. */
export class StoryFiles {
  constructor(
    private readonly tables: Tables,
    private readonly desk: Desk,
    private readonly authority: Authority,
    private readonly photos: Photos,
    private readonly world: World,
  ) {}

  /** What GBK cannot write of these stories; those without gaps are left out. Fails with story.unknown, .damaged. */
  async gaps(ids: readonly string[]): Promise<Result<StoryGaps[]>> {
    const stories = await this.#open(ids)
    if (!stories.ok) return stories
    return done(
      stories.value.flatMap(({ row, parts }) => {
        const gaps = gbkGaps(parts)
        return gaps.length === 0 ? [] : [{ id: row.id, number: row.number, headline: parts.headline, gaps }]
      }),
    )
  }

  /**
   * One story in one form without photos as that file, else a zip. Fails with story.unknown, story.damaged or
   * output.too-large.
   */
  async make(order: StoryFilesOrder, mostBytes = mostZipBytes): Promise<Result<MadeFile>> {
    const stories = await this.#open(order.ids)
    if (!stories.ok) return stories
    const now = this.world.now()
    const { timeZone } = await this.desk.paper()
    const forms = [...new Set(order.forms)]
    const warnings: string[] = []
    const taken = new TakenNames()
    const zip = new ZipWriter(zipTime(now, timeZone))
    const [first] = stories.value
    const isOne = stories.value.length === 1 && forms.length === 1 && !order.photos
    for (const story of stories.value) {
      const files = await this.#files(story, { ...order, forms }, taken, now, timeZone, warnings)
      const [file] = files
      if (isOne && file) return done({ ...file, type: types[forms[0]!], warnings })
      for (const { name, bytes, isPacked } of files) zip.add(name, bytes, isPacked)
      if (zip.bytes > mostBytes) return tooLarge(mostBytes)
    }
    const { year, month, day } = wallClock(now, timeZone)
    const date = `${year}${`${month}`.padStart(2, '0')}${`${day}`.padStart(2, '0')}`
    const name =
      stories.value.length === 1 ? `${nameOf(first!)}.zip` : `稿件${stories.value.length}篇_${date}.zip`
    return done({ name, type: 'application/zip', bytes: zip.end(), warnings })
  }

  async #open(ids: readonly string[]): Promise<Result<OpenStory[]>> {
    const wanted = [...new Set(ids)]
    const rows = new Map((await findStories(this.tables, wanted)).map(row => [row.id, row]))
    const stories: OpenStory[] = []
    for (const id of wanted) {
      const row = rows.get(id)
      if (!row) return unknownStory()
      const document = await this.authority.document(id)
      if (!document.ok) return document
      stories.push({ row, parts: document.value.parts })
    }
    return done(stories)
  }

  async #files(
    story: OpenStory,
    order: StoryFilesOrder,
    taken: TakenNames,
    now: Date,
    timeZone: string,
    warnings: string[],
  ): Promise<NamedFile[]> {
    const stem = taken.take(nameOf(story), ['.docx', '.txt'])
    const photos = story.parts.blocks.filter(block => block.kind === 'photo')
    const files: NamedFile[] = []
    const names: (string | null)[] = []
    for (const [at, photo] of order.photos ? photos.entries() : []) {
      const file = await this.#photo(story, photo, at, taken, now, warnings)
      names.push(file?.name ?? null)
      if (file) files.push(file)
    }
    const photoFiles = photos.map((_, at) => names[at] ?? null)
    if (order.forms.includes('docx')) {
      const handover = await this.#handover(story)
      const place = await this.#place(story.row)
      const bytes = await storyDocx(place, handover, photoFiles, now, timeZone)
      files.push({ name: `${stem}.docx`, bytes, isPacked: true })
    }
    if (order.forms.includes('text')) {
      const text = plainText(await this.#handover(story), photoFiles)
      files.push({ name: `${stem}.txt`, bytes: encodeText(text, order.encoding).bytes, isPacked: false })
    }
    return files
  }

  async #photo(
    { row, parts }: OpenStory,
    { image, caption, credit }: StoryPhoto,
    at: number,
    taken: TakenNames,
    now: Date,
    warnings: string[],
  ): Promise<NamedFile | null> {
    const people = (peopleIn(credit) ?? []).map(person => person.name)
    const photographer = safeNamePart(people.join('、').replace(/\s/g, ''), 12)
    const wanted = `${row.number}_图${at + 1}_${photographer === '' ? '未署名' : photographer}`
    const read = image === null ? null : await this.photos.read(image, 'original')
    if (!read?.ok) {
      warnings.push(`${wanted} 没有原图，没有导出。`)
      return null
    }
    const {
      bytes,
      extension,
      warnings: said,
    } = writePhoto(
      read.value.bytes,
      {
        storyNumber: `${row.number}`,
        headline: parts.headline,
        caption,
        photographers: people,
        credit,
        // What the file itself says of these stays.
        city: '',
        date: null,
      },
      now,
    )
    const name = taken.take(wanted, [extension]) + extension
    for (const warning of said) warnings.push(`${name}：${warning}。`)
    return { name, bytes, isPacked: true }
  }

  async #handover({ row, parts }: OpenStory): Promise<HandoverStory> {
    const editor = row.editorId && (await allPeople(this.tables)).find(person => person.id === row.editorId)
    const { genre, author, characters, lines, note } = row
    return {
      number: 0,
      storyNumber: `${row.number}`,
      parts,
      genre,
      author,
      writers: writersIn(row.people),
      photographers: photographersIn(row.people),
      editor: editor ? editor.name : '',
      characters,
      lines,
      placeName: '',
      fee: null,
      note,
    }
  }

  /** Where the budget plans it; null where it plans nothing. */
  async #place({ editionId, page }: BudgetRow): Promise<StoryPlace | null> {
    const edition = editionId === null ? null : await findEdition(this.tables, editionId)
    if (!edition || page === null) return null
    const { name: paperName } = await this.desk.paper()
    const pageName = edition.pages.find(one => one.number === page)?.name ?? ''
    return { paperName, date: edition.date, pageNumber: page, pageName }
  }
}

/** 1042_冬灌开闸: what one finds a story by. */
function nameOf({ row, parts }: OpenStory): string {
  const title = [parts.headline, row.slug, parts.kicker, parts.deck]
    .map(text => safeNamePart(text, 30))
    .find(text => text !== '')
  return `${row.number}_${title ?? '无题'}`
}

const tooLarge = (bytes: number) =>
  failed(
    'output.too-large',
    `这些稿件连图片超过 ${Math.round(bytes / 1_000_000)} MB，没有导出。`,
    '请分几次导出，或不带图片。',
  )
