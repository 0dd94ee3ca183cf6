import { done, failed, type Result } from '../../../shared/contract/failure'
import type {
  Change,
  ImportedPage,
  ImportedPhoto,
  ImportedStory,
} from '../../../shared/contract/imported-page'
import type { Signature } from '../../../shared/style/forms/signature'
import { checkText, decodeText } from '../decode'
import { headlineParts, type TitlePart } from './headline-parts'
import { readRoles } from './line-roles'
import { elementsOf, type CaptionElement, type SignatureElement } from './page-elements'
import { rawLines, type NotedChange } from './raw-lines'
import { partBodies, type StoryBody } from './story-bodies'
import { placeTitles } from './title-placing'
import { indexWords, type WordIndex } from './word-overlap'

/**
 * Reads a page's text from a file's bytes or from a paste. Fails as `decodeText` does, and with
 * intake.no-story where the text holds nothing that could be a story.
 */
export function importPage(source: Uint8Array | string): Result<ImportedPage> {
  const text = typeof source === 'string' ? checkText(source) : decodeText(source)
  if (!text.ok) return text
  const page = readPageText(typeof text.value === 'string' ? text.value : text.value.text)
  if (page.stories.length === 0 && page.photos.length === 0) {
    return failed(
      'intake.no-story',
      '没有从这段文字里认出稿件。',
      '检查一下选的是不是版面文字，或把稿件正文粘贴进来。',
    )
  }
  return done(page)
}

/**
 * The stories, captions and strap of a page, from its text as it comes out of a PDF. In steps: lines without
 * what no paper prints; what each line is (line-roles); paragraphs, titles and captions put together
 * (page-elements); stories parted (story-bodies); titles given to them (title-placing); captions tied to
 * them by their words. Any text is read, in time that grows with its length; no Han character is lost.
 */
export function readPageText(text: string): ImportedPage {
  const lines = rawLines(text)
  const elements = elementsOf(lines, readRoles(lines))
  const parts = partBodies(elements)
  const { bodies } = parts
  const words = indexWords(bodies.map(body => body.paragraphs.map(each => each.text).join('\n')))
  const placed = placeTitles(parts, words)
  const log = new ChangeLog()

  const stories = bodies.map((body, at) =>
    storyOf(body, at, placed.titles[at] ?? [], placed.signatures[at] ?? [], log),
  )
  const photos: ImportedPhoto[] = []
  const leftover: string[] = []
  for (const element of elements) {
    if (element.kind === 'caption') tieCaption(element, stories, photos, words, log)
    if (element.kind === 'furniture') {
      leftover.push(element.text)
      log.found(null, element.at, 'furniture-removed', element.text, '')
      log.noted(null, element.at, element.changes)
    }
  }
  for (const element of placed.freeSignatures) {
    const { text: name, pictures } = element.signature
    if (pictures) photos.push({ caption: '', credit: name })
    else leftover.push(name)
    log.signature(null, element)
  }
  const [strap = null, ...others] = placed.free
  if (strap !== null) log.title(null, 'strap-found', strap)
  for (const other of others) {
    leftover.push(other.text)
    log.title(null, 'text-set-aside', other)
  }
  return { strap: strap?.text ?? null, stories, photos, leftover, changes: log.inOrder() }
}

function storyOf(
  body: StoryBody,
  story: number,
  titles: readonly TitlePart[],
  apart: readonly SignatureElement[],
  log: ChangeLog,
): ImportedStory {
  const { kicker, headline, deck } = headlineParts(titles)
  if (kicker !== null) log.title(story, 'kicker-found', kicker)
  if (headline !== null) log.title(story, 'headline-found', headline)
  if (deck !== null) log.title(story, 'deck-found', deck)
  for (const { part } of body.crossheads) log.title(story, 'crosshead-found', part)

  const datelines: string[] = []
  const signatures: Signature[] = []
  const paragraphs: string[] = []
  for (const paragraph of body.paragraphs) {
    log.noted(story, paragraph.at, paragraph.changes)
    if (paragraph.dateline !== null) {
      datelines.push(paragraph.dateline)
      log.found(story, paragraph.at, 'dateline-found', paragraph.dateline, paragraph.dateline)
    }
    if (paragraph.signature !== null) {
      signatures.push(paragraph.signature)
      log.signature(story, { ...paragraph, signature: paragraph.signature, changes: [] })
    }
    paragraphs.push(paragraph.text)
  }
  for (const element of apart) {
    signatures.push(element.signature)
    log.signature(story, element)
  }
  const writers = signatures.filter(each => each.writes).map(each => each.text)
  return {
    kicker: kicker?.text ?? null,
    headline: headline?.text ?? null,
    deck: deck?.text ?? null,
    dateline: datelines[0] ?? null,
    paragraphs,
    crossheads: body.crossheads.map(({ part, before }) => ({ text: part.text, before })),
    byline: writers.length === 0 ? null : writers.join(' '),
    credits: signatures.filter(each => each.pictures).map(each => each.text),
    photos: [],
  }
}

/** A caption belongs to a story when a good share of its words, and no chance few, occur there. */
const tied = { share: 0.3, pairs: 3 }

function tieCaption(
  element: CaptionElement,
  stories: readonly ImportedStory[],
  photos: ImportedPhoto[],
  words: WordIndex,
  log: ChangeLog,
): void {
  const { caption, credit, at } = element
  const match = words.best(caption)
  const story = match !== null && match.share >= tied.share && match.pairs >= tied.pairs ? match.text : null
  const photo = { caption, credit }
  const home = story === null ? photos : (stories[story]?.photos ?? photos)
  home.push(photo)
  log.noted(story, at, element.changes)
  log.found(story, at, 'caption-found', `${caption} ${credit}`.trim(), caption)
  if (credit !== '') log.found(story, at, 'credit-found', credit, credit)
}

/** The changes of a page, which come to know their story at different times, in the order of its text. */
class ChangeLog {
  readonly #changes: { readonly at: number; readonly change: Change }[] = []

  found(story: number | null, at: number, kind: Change['kind'], before: string, after: string): void {
    this.#changes.push({ at, change: { kind, before, after, story } })
  }

  noted(story: number | null, at: number, changes: readonly NotedChange[]): void {
    for (const change of changes) this.#changes.push({ at, change: { ...change, story } })
  }

  signature(story: number | null, element: Pick<SignatureElement, 'at' | 'signature' | 'changes'>): void {
    const { text, writes } = element.signature
    this.noted(story, element.at, element.changes)
    this.found(story, element.at, writes ? 'byline-found' : 'credit-found', text, text)
  }

  title(story: number | null, kind: Change['kind'], part: TitlePart): void {
    for (const line of part.lines) this.noted(story, line.at, line.changes)
    const after = kind === 'text-set-aside' ? '' : part.text
    const at = part.lines[0]?.at ?? 0
    const joined = part.lines.map(line => line.text).join('\n')
    if (part.lines.length > 1) this.found(story, at, 'line-joined', joined, part.text)
    this.found(story, at, kind, joined, after)
  }

  inOrder(): Change[] {
    return this.#changes.toSorted((one, two) => one.at - two.at).map(({ change }) => change)
  }
}
