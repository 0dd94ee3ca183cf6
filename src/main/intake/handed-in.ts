import { done, type Result } from '../../shared/contract/failure'
import type { ImportedPage } from '../../shared/contract'
import type { HandedIn, ReadAs } from '../../shared/contract/drafts'
import { draftOfText, type Draft } from '../../shared/cleaning/draft'
import { checkText, decodeText } from './decode'
import { takePictures } from './story/draft-pictures'
import { readPageText } from './page/page-text'
import {
  isEmptyDraft,
  emptyFile,
  fileKind,
  readOfficeFile,
  type StoryFile,
  type StoryFileSettings,
} from './story/story-file'
import { tooLong, wordBounds } from './story/word-document'

/** What was handed in, read. `isEither`: it is text, and could be read the other way too. */
export type Reading =
  | { readonly kind: 'page'; readonly page: ImportedPage; readonly isEither: boolean }
  | ({ readonly kind: 'story'; readonly isEither: boolean } & StoryFile)

/**
 * Reads what was handed in: as one story, or as a page's text where several stories with headlines stand in it. Fails
 * as `decodeText` and `readOfficeFile` do.
 */
export async function readHandedIn(
  source: HandedIn,
  as: ReadAs,
  settings: StoryFileSettings = {},
): Promise<Result<Reading>> {
  if (typeof source === 'object' && 'draft' in source) return readDraft(source, settings)
  if (typeof source === 'string') {
    const checked = checkText(source)
    return checked.ok ? readText(checked.value, as, settings) : checked
  }
  const bytes = new Uint8Array(await source.arrayBuffer())
  const kind = fileKind(bytes)
  if (kind === 'text') {
    const text = decodeText(bytes)
    return text.ok ? readText(text.value.text, as, settings) : text
  }
  const story = await readOfficeFile(bytes, kind, settings)
  return story.ok ? done({ kind: 'story', ...story.value, isEither: false }) : story
}

function readText(text: string, as: ReadAs, settings: StoryFileSettings): Result<Reading> {
  if (as !== 'story') {
    const page = readPageText(text)
    if (as === 'page' || isPage(page)) return done({ kind: 'page', page, isEither: true })
  }
  const most = settings.word?.mostCharacters ?? wordBounds.mostCharacters
  if (text.length > most) return tooLong(most)
  return done({ kind: 'story', draft: draftOfText(text), files: [], isEither: true })
}

/** One story has one headline: where two stand, each over text of its own, it is a page. */
const isPage = (page: ImportedPage): boolean =>
  page.stories.filter(story => story.headline !== null && story.paragraphs.length > 0).length > 1

/** A draft that came over the clipboard. What it says about its pictures is found out anew from their bytes. */
async function readDraft(
  { draft, files }: { readonly draft: Draft; readonly files: readonly (Blob | null)[] },
  settings: StoryFileSettings,
): Promise<Result<Reading>> {
  const most = settings.word?.mostCharacters ?? wordBounds.mostCharacters
  const length = draft.blocks.reduce(
    (sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0),
    0,
  )
  if (length > most) return tooLong(most)
  const blocks = draft.blocks.filter(
    block => block.kind === 'paragraph' || block.picture < draft.pictures.length,
  )
  if (isEmptyDraft(blocks, draft.pictures.length)) return emptyFile()
  const found = await Promise.all(
    draft.pictures.map(async ({ lost }, index) => {
      const file = files[index]
      return file ? new Uint8Array(await file.arrayBuffer()) : (lost ?? '没有随文字来')
    }),
  )
  const taken = await takePictures(found, settings)
  if (!taken.ok) return taken
  return done({
    kind: 'story',
    draft: { source: draft.source, blocks, pictures: taken.value.map(one => one.picture) },
    files: taken.value.map(one => one.bytes),
    isEither: false,
  })
}
