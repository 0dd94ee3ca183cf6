import { done, failed, type Result } from '../../shared/contract/failure'
import type { HandOverStep } from '../../shared/contract'
import type { PhotoSource } from '../../shared/page/layout'
import { peopleIn } from '../../shared/style/forms/people'
import { photographersIn, writersIn } from '../../shared/style/forms/story-people'
import type { StoryPhoto } from '../../shared/story/parts'
import { packHandover } from '../output/handover/pack-handover'
import type { HandoverPage, HandoverPhoto, HandoverStory } from '../output/handover/handover'
import { allPeople } from '../store/people'
import { findStories } from '../store/stories'
import type { Tables } from '../store/transact'
import type { Desk } from './desk'
import { storiesInOrder, type Output } from './output'
import type { RecordedView, PageViews } from './page-views'
import type { Photos } from './photos'
import type { Signing } from './signing'
import type { World } from './world'

/** Finished zips that wait to be fetched: bounded, because each can be large. */
const mostWaiting = 3
/** Milliseconds for which one waits. */
const waitsFor = 10 * 60 * 1000

interface Finished {
  readonly name: string
  readonly zip: Uint8Array
  readonly timer: NodeJS.Timeout
}

/** 交付: pages as a folder that the layout desk or the press works from. */
export class HandOver {
  readonly #finished = new Map<string, Finished>()

  constructor(
    private readonly tables: Tables,
    private readonly desk: Desk,
    private readonly views: PageViews,
    private readonly output: Output,
    private readonly signing: Signing,
    private readonly photos: Photos,
    private readonly world: World,
  ) {}

  /**
   * Begins a hand-over of pages of one edition. Its steps come as the work is done; whoever stops reading, or
   * aborts, stops the work. Fails with page.unknown, page.damaged or output.editions.
   */
  async begin(
    jobId: string,
    pageIds: readonly string[],
    signal: AbortSignal,
  ): Promise<Result<AsyncGenerator<Result<HandOverStep>, void, void>>> {
    const views = await this.views.ofOneEdition(pageIds)
    if (!views.ok) return views
    const pages: HandoverPage[] = []
    for (const view of views.value) pages.push(await this.#page(view))
    return done(this.#run(jobId, pages, signal))
  }

  /** The zip of a job that is ready, once. Fails with output.gone. */
  fetch(jobId: string): Result<{ bytes: Uint8Array; name: string }> {
    const found = this.#finished.get(jobId)
    if (!found) return failed('output.gone', '这份交付件已经取走，或放得太久。', '请重新交付一次。')
    this.#drop(jobId)
    return done({ bytes: found.zip, name: found.name })
  }

  /** Lets go of what nobody has fetched. */
  close(): void {
    for (const jobId of this.#finished.keys()) this.#drop(jobId)
  }

  async *#run(
    jobId: string,
    pages: readonly HandoverPage[],
    signal: AbortSignal,
  ): AsyncGenerator<Result<HandOverStep>, void, void> {
    const { timeZone } = await this.desk.paper()
    const input = { pages, now: this.world.now(), timeZone, textEncoding: 'gb18030' as const }
    for await (const { done: at, total, now, ready, failure } of packHandover(input, signal)) {
      if (failure) {
        yield { ok: false, failure }
        return
      }
      if (ready) this.#keep(jobId, ready.name, ready.zip)
      yield done({
        done: at,
        total,
        now,
        ready: ready && { name: ready.name, bytes: ready.zip.length, warnings: [...ready.warnings] },
      })
    }
  }

  #keep(jobId: string, name: string, zip: Uint8Array): void {
    this.#drop(jobId)
    const timer = setTimeout(() => this.#drop(jobId), waitsFor).unref()
    this.#finished.set(jobId, { name, zip, timer })
    for (const oldest of this.#finished.keys()) {
      if (this.#finished.size <= mostWaiting) break
      this.#drop(oldest)
    }
  }

  #drop(jobId: string): void {
    clearTimeout(this.#finished.get(jobId)?.timer)
    this.#finished.delete(jobId)
  }

  async #page(view: RecordedView): Promise<HandoverPage> {
    const { record, page, facts } = view
    const order = storiesInOrder(view).filter(id => view.stories.has(id))
    const rows = new Map((await findStories(this.tables, order)).map(row => [row.id, row]))
    const names = new Map((await allPeople(this.tables)).map(person => [person.id, person.name]))
    const stories = order.flatMap((id): HandoverStory[] => {
      const row = rows.get(id)
      const parts = view.stories.get(id)
      if (!row || !parts) return []
      return [
        {
          number: storiesInOrder(view).indexOf(id) + 1,
          storyNumber: `${row.number}`,
          parts,
          genre: row.genre,
          author:
            row.author ||
            row.people
              .filter(one => one.writes)
              .map(one => one.name)
              .join('、'),
          writers: writersIn(row.people),
          photographers: photographersIn(row.people),
          editor: row.editorId === null ? '' : (names.get(row.editorId) ?? ''),
          characters: row.characters,
          lines: linesOnPage(view, id),
          placeName: '',
          fee: null,
          note: row.note,
        },
      ]
    })
    const signatures = await this.signing.signatures(record.id)
    const signature = signatures.find(one => one.pageId === page.id && one.holds)
    return {
      paperName: facts.paperName,
      date: record.date,
      editionNumber: `${record.number}`,
      pageNumber: page.number,
      pageName: page.name,
      proof: async () => (await this.output.proofOf(view)).bytes,
      stories,
      photos: this.#photosOf(view, order),
      signOff: signature ? { name: signature.name, at: signature.at, hash: signature.hash } : null,
    }
  }

  #photosOf(view: RecordedView, order: readonly string[]): HandoverPhoto[] {
    return view.layout.frames.flatMap(frame => {
      const shown = view.composed.frames.get(frame.id)?.photos ?? []
      const sourceOf = (inset: number | null): PhotoSource | undefined => {
        if (frame.kind === 'photo') return frame.source
        return frame.kind === 'story' && inset !== null ? frame.photos[inset]?.source : undefined
      }
      return shown.map(({ inset, photo }) => this.#photo(sourceOf(inset), photo, order))
    })
  }

  #photo(source: PhotoSource | undefined, photo: StoryPhoto, order: readonly string[]): HandoverPhoto {
    const at = source?.kind === 'story' ? order.indexOf(source.storyId) : -1
    const { image, caption, credit } = photo
    return {
      storyIndex: at < 0 ? null : at,
      storyPhoto: source?.kind === 'story' && at >= 0 ? source.photo : 0,
      image: async () => {
        const read = image === null ? null : await this.photos.read(image, 'original')
        return read?.ok ? read.value.bytes : null
      },
      caption,
      credit,
      photographer: (peopleIn(credit) ?? []).map(person => person.name).join('、'),
      city: '',
      date: null,
    }
  }
}

/** Lines of a story's text that stand on the page. */
function linesOnPage(view: RecordedView, storyId: string): number {
  let lines = 0
  for (const frame of view.layout.frames) {
    if (frame.kind !== 'story' || frame.storyId !== storyId) continue
    const fit = view.composed.frames.get(frame.id)?.fit
    if (fit) lines += Math.min(fit.lines, fit.available)
  }
  return lines
}
