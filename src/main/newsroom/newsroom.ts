import { done, type Result } from '../../shared/contract/failure'
import { readMeta } from '../store/meta'
import { openStore } from '../store/store'
import { Authority } from './authority'
import { CutRequests } from './cut-requests'
import { Desk } from './desk'
import { Editions } from './editions'
import { EventHub } from './events'
import { foundEmpty, foundSample } from './founding'
import { HandOver } from './hand-over'
import { Intake } from './intake'
import { LineCounts } from './line-counts'
import { Notes } from './notes'
import { Output } from './output'
import { PageAuthority } from './page-authority'
import { PageSettings } from './page-settings'
import { PageViews } from './page-views'
import { People } from './people'
import { Photos } from './photos'
import { readTemplates } from './resources'
import { Search } from './search'
import { Signing } from './signing'
import { Stories } from './stories'
import { StoryColumns } from './story-columns'
import { StoryFiles } from './story-files'
import { Trails } from './trails'
import { Versions } from './versions'
import { realWorld, type World } from './world'

export interface NewsroomOptions {
  /** Where the data lie; made when it is not there. */
  readonly folder: string
  /** What a new folder begins with: the sample newsroom, or one person and nothing else. */
  readonly begin?: 'sample' | 'empty'
  readonly world?: World
}

/** The newsroom of one folder: its services, behind whichever door. */
export interface Newsroom {
  readonly folder: string
  readonly desk: Desk
  readonly people: People
  readonly stories: Stories
  readonly storyFiles: StoryFiles
  readonly authority: Authority
  readonly editions: Editions
  readonly pages: PageAuthority
  readonly pageSettings: PageSettings
  readonly pageViews: PageViews
  readonly signing: Signing
  readonly cutRequests: CutRequests
  readonly trails: Trails
  readonly versions: Versions
  readonly notes: Notes
  readonly photos: Photos
  readonly intake: Intake
  readonly output: Output
  readonly handOver: HandOver
  readonly search: Search
  readonly lineCounts: LineCounts
  /** What has been committed, told in order to whoever listens. */
  readonly events: EventHub
  /** Ends cleanly, once: nothing is lost without it, but the next opening checks the file. */
  close(): Promise<void>
}

/**
 * Opens the newsroom of a folder; the only process that has it open. Fails with the sentences of `openStore`.
 * A new folder is filled in one transaction: a crash in between leaves a folder that is still new.
 */
export async function openNewsroom(options: NewsroomOptions): Promise<Result<Newsroom>> {
  const world = options.world ?? realWorld
  const opened = await openStore(options.folder, world.now())
  if (!opened.ok) return opened
  const store = opened.value
  const { tables } = store
  try {
    if ((await readMeta(tables, 'newsroom')) === null) {
      const found = options.begin === 'empty' ? foundEmpty : foundSample
      const founded = await found(tables, world)
      if (!founded.ok) {
        await store.close()
        return founded
      }
    }
    const events = new EventHub()
    const authority = new Authority(tables, events, world)
    const search = new Search(store, authority, events)
    const desk = new Desk(tables, events, store.folder)
    const photos = new Photos(store, world)
    const pages = new PageAuthority(tables, events, world)
    const columns = new StoryColumns(authority, pages)
    const stories = new Stories(tables, events, world, authority, columns, await readTemplates())
    await stories.readNames()
    const lineCounts = new LineCounts(tables, events, columns)
    const pageViews = new PageViews(tables, pages, stories, desk)
    const pageSettings = new PageSettings(tables, events, world, pages)
    const signing = new Signing(tables, events, world, pageViews, pageSettings)
    const output = new Output(pageViews, photos, world)
    const handOver = new HandOver(tables, desk, pageViews, output, signing, photos, world)
    let closing: Promise<void> | null = null
    await signing.open()
    // In the background: the desk opens at once, and a query during it finds what is there already.
    void search.catchUp()
    lineCounts.catchUp()
    return done({
      folder: store.folder,
      desk,
      people: new People(tables, events, world),
      stories,
      storyFiles: new StoryFiles(tables, desk, authority, photos, world),
      authority,
      editions: new Editions(tables, events, world, pages),
      pages,
      pageSettings,
      pageViews,
      signing,
      cutRequests: new CutRequests(tables, events, world),
      trails: new Trails(tables, events, world),
      versions: new Versions(tables, world, authority),
      notes: new Notes(tables, events, world),
      photos,
      intake: new Intake(stories, photos),
      output,
      handOver,
      search,
      lineCounts,
      events,
      close() {
        handOver.close()
        closing ??= Promise.all([search.close(), signing.close(), lineCounts.close()]).then(() =>
          store.close(),
        )
        return closing
      },
    })
  } catch (error) {
    await store.close()
    throw error
  }
}
