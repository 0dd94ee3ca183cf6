import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../shared/contract'
import type { Failure, Result } from '../../shared/contract'
import { storeFailure } from '../store/failures'
import type { Newsroom } from './newsroom'
import type { PagesFile } from './output'

/** The one place where an expected failure becomes the contract's typed error. */
const expected = (failure: Failure) =>
  new ORPCError('EXPECTED', { status: 422, message: failure.message, data: failure, defined: true })

async function answer<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw expected(settled.failure)
  return settled.value
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
const blobOf = (bytes: Uint8Array, type: string) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type })

const pdf = ({ bytes, ...rest }: PagesFile) => ({ file: blobOf(bytes, 'application/pdf'), ...rest })

/** The contract over a newsroom: the same router behind every door. */
export function createRouter(newsroom: Newsroom) {
  const {
    desk,
    people,
    stories,
    storyFiles,
    authority,
    editions,
    pages,
    pageSettings,
    signing,
    cutRequests,
    trails,
    versions,
    notes,
  } = newsroom
  const { photos, intake, output, handOver, search } = newsroom
  const os = implement(contract).use(async ({ next }) => {
    try {
      return await next()
    } catch (error) {
      const failure = storeFailure(error)
      throw failure ? expected(failure) : error
    }
  })
  return os.router({
    desk: {
      open: os.desk.open.handler(() => desk.open()),
      events: os.desk.events.handler(({ signal }) => desk.events(signal)),
      recall: os.desk.recall.handler(({ input }) => desk.recall(input.personId)),
      remember: os.desk.remember.handler(({ input }) =>
        answer(desk.remember(input.personId, input.key, input.value)),
      ),
    },
    people: {
      list: os.people.list.handler(() => people.list()),
      save: os.people.save.handler(({ input }) => answer(people.save(input.person))),
    },
    stories: {
      budget: os.stories.budget.handler(({ input }) => stories.budget(input.trash)),
      search: os.stories.search.handler(({ input }) => search.find(input.query)),
      templates: os.stories.templates.handler(() => stories.templates.map(mutable)),
      create: os.stories.create.handler(({ input }) => answer(stories.create(input))),
      plan: os.stories.plan.handler(({ input }) => answer(stories.plan(input))),
      trash: os.stories.trash.handler(({ input }) => answer(stories.trash(input))),
      restore: os.stories.restore.handler(({ input }) => answer(stories.restore(input))),
      open: os.stories.open.handler(({ input }) => answer(authority.open(input.id))),
      texts: os.stories.texts.handler(({ input }) => stories.texts(input.ids)),
      submit: os.stories.submit.handler(({ input }) => answer(authority.submit(input))),
      stepsSince: os.stories.stepsSince.handler(({ input }) =>
        answer(authority.stepsSince(input.id, input.version)),
      ),
    },
    storyFiles: {
      gaps: os.storyFiles.gaps.handler(({ input }) => answer(storyFiles.gaps(input.ids))),
      make: os.storyFiles.make.handler(async ({ input }) => {
        const { bytes, type, name, warnings } = await answer(storyFiles.make(input))
        return { file: blobOf(bytes, type), name, warnings: [...warnings] }
      }),
    },
    editions: {
      list: os.editions.list.handler(() => editions.list()),
      create: os.editions.create.handler(({ input }) => answer(editions.create(input))),
      change: os.editions.change.handler(({ input }) => answer(editions.change(input))),
      remove: os.editions.remove.handler(({ input }) => answer(editions.remove(input))),
      addPage: os.editions.addPage.handler(({ input }) => answer(editions.addPage(input))),
      changePage: os.editions.changePage.handler(({ input }) => answer(editions.changePage(input))),
      removePage: os.editions.removePage.handler(({ input }) => answer(editions.removePage(input))),
    },
    pages: {
      open: os.pages.open.handler(({ input }) => answer(pages.open(input.editionId))),
      submit: os.pages.submit.handler(({ input }) => answer(pages.submit(input))),
      changesSince: os.pages.changesSince.handler(({ input }) =>
        answer(pages.changesSince(input.pageId, input.version)),
      ),
      recent: os.pages.recent.handler(({ input }) =>
        answer(pages.recent(input.pageId, input.by, input.limit)),
      ),
      signatures: os.pages.signatures.handler(({ input }) => signing.signatures(input.editionId)),
      sign: os.pages.sign.handler(({ input }) => answer(signing.sign(input))),
      unsign: os.pages.unsign.handler(({ input }) => answer(signing.unsign(input))),
      papers: os.pages.papers.handler(() => pageSettings.papers()),
      savePaper: os.pages.savePaper.handler(({ input }) => answer(pageSettings.savePaper(input))),
      removePaper: os.pages.removePaper.handler(({ input }) => answer(pageSettings.removePaper(input))),
      setUsualPaper: os.pages.setUsualPaper.handler(({ input }) => answer(pageSettings.setUsualPaper(input))),
      templates: os.pages.templates.handler(() => pageSettings.templates()),
      saveTemplate: os.pages.saveTemplate.handler(({ input }) => answer(pageSettings.saveTemplate(input))),
      removeTemplate: os.pages.removeTemplate.handler(({ input }) =>
        answer(pageSettings.removeTemplate(input)),
      ),
      faultSettings: os.pages.faultSettings.handler(() => pageSettings.faultSettings()),
      saveFaultSettings: os.pages.saveFaultSettings.handler(({ input }) =>
        answer(pageSettings.saveFaultSettings(input)),
      ),
    },
    trails: {
      open: os.trails.open.handler(({ input }) => answer(trails.open(input.storyId))),
      begin: os.trails.begin.handler(({ input }) => answer(trails.begin(input.by, input.storyId))),
      accept: os.trails.accept.handler(({ input }) => answer(trails.accept(input))),
      end: os.trails.end.handler(({ input }) => answer(trails.end(input.by, input.storyId))),
    },
    presence: {
      here: os.presence.here.handler(({ input }) => desk.here(input.place)),
    },
    versions: {
      list: os.versions.list.handler(({ input }) => answer(versions.list(input.storyId))),
      keep: os.versions.keep.handler(({ input }) => answer(versions.keep(input))),
      between: os.versions.between.handler(({ input }) =>
        answer(versions.between(input.storyId, input.from, input.to)),
      ),
      restore: os.versions.restore.handler(({ input }) => answer(versions.restore(input))),
      timeline: os.versions.timeline.handler(({ input }) => answer(versions.timeline(input.storyId))),
    },
    notes: {
      of: os.notes.of.handler(({ input }) => answer(notes.of(input.storyId))),
      forLayout: os.notes.forLayout.handler(() => notes.forLayout()),
      write: os.notes.write.handler(({ input }) => answer(notes.write(input))),
      answer: os.notes.answer.handler(({ input }) => answer(notes.answer(input))),
      settle: os.notes.settle.handler(({ input }) => answer(notes.settle(input))),
    },
    cutRequests: {
      open: os.cutRequests.open.handler(() => cutRequests.open()),
      ask: os.cutRequests.ask.handler(({ input }) => answer(cutRequests.ask(input))),
      settle: os.cutRequests.settle.handler(({ input }) => answer(cutRequests.settle(input))),
    },
    photos: {
      read: os.photos.read.handler(async ({ input }) => {
        const { bytes, type } = await answer(photos.read(input.hash, input.size))
        return blobOf(bytes, type)
      }),
      facts: os.photos.facts.handler(({ input }) => answer(photos.facts(input.hash))),
      add: os.photos.add.handler(async ({ input }) =>
        answer(photos.add({ by: input.by, file: await bytesOf(input.file) })),
      ),
      addPlaced: os.photos.addPlaced.handler(async ({ input }) =>
        answer(photos.addPlaced({ by: input.by, file: await bytesOf(input.file) })),
      ),
    },
    intake: {
      read: os.intake.read.handler(async ({ input, signal }) => {
        const read = await answer(intake.read(input.source, input.as, signal ? { signal } : {}))
        if (read.kind === 'page') return read
        const { kind, draft, isEither } = read
        const thumbnails = read.thumbnails.map(bytes => bytes && blobOf(bytes, 'image/jpeg'))
        const { source, blocks, pictures } = draft
        return { kind, isEither, thumbnails, draft: { source, blocks: [...blocks], pictures: [...pictures] } }
      }),
      acceptPage: os.intake.acceptPage.handler(({ input }) => answer(intake.acceptPage(input))),
      acceptStory: os.intake.acceptStory.handler(({ input }) => answer(intake.acceptStory(input))),
    },
    output: {
      pageProof: os.output.pageProof.handler(async ({ input }) =>
        pdf(await answer(output.pageProof(input.pageId))),
      ),
      printPdf: os.output.printPdf.handler(async ({ input }) =>
        pdf(await answer(output.printPdf(input.pageIds, input.options))),
      ),
      handOver: os.output.handOver.handler(async function* ({ input, signal }) {
        // Whoever leaves the stream ends the generator; the signal tells of it between two steps too.
        const leaving = new AbortController()
        const stop = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal
        try {
          const steps = await answer(handOver.begin(input.jobId, input.pageIds, stop))
          for await (const step of steps) {
            if (!step.ok) throw expected(step.failure)
            yield step.value
          }
        } finally {
          leaving.abort()
        }
      }),
      handOverFile: os.output.handOverFile.handler(async ({ input }) => {
        const { bytes, name } = await answer(Promise.resolve(handOver.fetch(input.jobId)))
        return { file: blobOf(bytes, 'application/zip'), name }
      }),
    },
  })
}

/** The newsroom's router. */
export type NewsroomRouter = ReturnType<typeof createRouter>

/** Lists of a story's parts are readonly inside the newsroom; zod's types at the door are not. */
const mutable = <T extends { parts: { blocks: readonly unknown[] } }>(item: T) => ({
  ...item,
  parts: { ...item.parts, blocks: [...item.parts.blocks] as Mutable<T['parts']['blocks']> },
})

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never
