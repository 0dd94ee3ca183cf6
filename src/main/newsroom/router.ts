import type { AnyContractProcedure } from '@orpc/contract'
import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../shared/contract'
import type { Failure, Result } from '../../shared/contract'
import { nobody } from '../../shared/review/actor'
import { may } from '../../shared/review/may'
import type { Act } from '../../shared/review/policy'
import { storeFailure } from '../store/failures'
import type { Hearer } from './events'
import type { Newsroom } from './newsroom'
import type { PagesFile } from './output'
import type { Connection, Seat } from './seat'

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

/** The paths of a contract's methods: stories.create. */
type Paths<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends AnyContractProcedure
    ? Name
    : `${Name}.${Paths<Tree[Name]>}`
}[keyof Tree & string]

/** What the policy calls a method. A method that has no row there does not compile here. */
const actOf = (path: readonly string[]): Act => path.join('.') as Paths<typeof contract>

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
  const asked = implement(contract)
    .$context<Connection>()
    .use(async ({ next }) => {
      try {
        return await next()
      } catch (error) {
        const failure = storeFailure(error)
        throw failure ? expected(failure) : error
      }
    })
    .use(async ({ context, path, next }) => {
      const speaker = await people.actorAt(context.seat.personId)
      const allowed = may(speaker.ok ? speaker.value : null, actOf(path))
      if (!allowed.ok) throw expected(speaker.ok ? allowed.failure : speaker.failure)
      return next({ context: { actor: speaker.ok ? speaker.value : null } })
    })
  /** What somebody must sit there for; the policy has refused everybody else before. */
  const os = asked.use(({ context, next }) => {
    if (!context.actor) throw expected(nobody().failure)
    return next({ context: { actor: context.actor } })
  })
  const hearerAt = (seat: Seat): Hearer => ({
    async actor() {
      const hearer = await people.actorAt(seat.personId)
      return hearer.ok ? hearer.value : null
    },
    watch: moved => seat.watch(moved),
  })
  return asked.router({
    desk: {
      open: asked.desk.open.handler(() => desk.open()),
      events: asked.desk.events.handler(({ context, signal }) => desk.events(hearerAt(context.seat), signal)),
      sit: asked.desk.sit.handler(async ({ input, context }) => {
        const { id } = await answer(people.seated(input.personId))
        context.seat.take(id)
      }),
      leave: asked.desk.leave.handler(({ context }) => context.seat.leave()),
      recall: os.desk.recall.handler(({ context }) => desk.recall(context.actor)),
      remember: os.desk.remember.handler(({ input, context }) =>
        answer(desk.remember(context.actor, input.key, input.value)),
      ),
    },
    people: {
      list: asked.people.list.handler(() => people.list()),
      save: os.people.save.handler(({ input, context }) => answer(people.save(context.actor, input.person))),
    },
    stories: {
      budget: os.stories.budget.handler(({ input }) => stories.budget(input.trash)),
      search: os.stories.search.handler(({ input }) => search.find(input.query)),
      templates: os.stories.templates.handler(() => stories.templates.map(mutable)),
      create: os.stories.create.handler(({ input, context }) => answer(stories.create(context.actor, input))),
      plan: os.stories.plan.handler(({ input, context }) => answer(stories.plan(context.actor, input))),
      planMany: os.stories.planMany.handler(({ input, context }) =>
        answer(stories.planMany(context.actor, input.changes)),
      ),
      trash: os.stories.trash.handler(({ input, context }) =>
        answer(stories.trash(context.actor, input.ids)),
      ),
      restore: os.stories.restore.handler(({ input, context }) =>
        answer(stories.restore(context.actor, input.ids)),
      ),
      open: os.stories.open.handler(({ input }) => answer(authority.open(input.id))),
      texts: os.stories.texts.handler(({ input }) => stories.texts(input.ids)),
      submit: os.stories.submit.handler(({ input, context }) =>
        answer(authority.submit(context.actor, input)),
      ),
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
      create: os.editions.create.handler(({ input, context }) =>
        answer(editions.create(context.actor, input)),
      ),
      change: os.editions.change.handler(({ input }) => answer(editions.change(input))),
      remove: os.editions.remove.handler(({ input, context }) =>
        answer(editions.remove(context.actor, input)),
      ),
      addPage: os.editions.addPage.handler(({ input, context }) =>
        answer(editions.addPage(context.actor, input)),
      ),
      changePage: os.editions.changePage.handler(({ input }) => answer(editions.changePage(input))),
      removePage: os.editions.removePage.handler(({ input }) => answer(editions.removePage(input))),
    },
    pages: {
      open: os.pages.open.handler(({ input }) => answer(pages.open(input.editionId))),
      submit: os.pages.submit.handler(({ input, context }) => answer(pages.submit(context.actor, input))),
      changesSince: os.pages.changesSince.handler(({ input }) =>
        answer(pages.changesSince(input.pageId, input.version)),
      ),
      recent: os.pages.recent.handler(({ input, context }) =>
        answer(pages.recent(context.actor, input.pageId, input.limit)),
      ),
      signatures: os.pages.signatures.handler(({ input }) => signing.signatures(input.editionId)),
      sign: os.pages.sign.handler(({ input, context }) => answer(signing.sign(context.actor, input.pageId))),
      unsign: os.pages.unsign.handler(({ input, context }) =>
        answer(signing.unsign(context.actor, input.pageId)),
      ),
      papers: os.pages.papers.handler(() => pageSettings.papers()),
      savePaper: os.pages.savePaper.handler(({ input, context }) =>
        answer(pageSettings.savePaper(context.actor, input.paper)),
      ),
      removePaper: os.pages.removePaper.handler(({ input, context }) =>
        answer(pageSettings.removePaper(context.actor, input.id)),
      ),
      setUsualPaper: os.pages.setUsualPaper.handler(({ input }) =>
        answer(pageSettings.setUsualPaper(input.id)),
      ),
      templates: os.pages.templates.handler(() => pageSettings.templates()),
      saveTemplate: os.pages.saveTemplate.handler(({ input, context }) =>
        answer(pageSettings.saveTemplate(context.actor, input)),
      ),
      removeTemplate: os.pages.removeTemplate.handler(({ input }) =>
        answer(pageSettings.removeTemplate(input.id)),
      ),
      faultSettings: os.pages.faultSettings.handler(() => pageSettings.faultSettings()),
      saveFaultSettings: os.pages.saveFaultSettings.handler(({ input }) =>
        answer(pageSettings.saveFaultSettings(input.settings)),
      ),
    },
    trails: {
      open: os.trails.open.handler(({ input }) => answer(trails.open(input.storyId))),
      begin: os.trails.begin.handler(({ input, context }) =>
        answer(trails.begin(context.actor, input.storyId)),
      ),
      accept: os.trails.accept.handler(({ input, context }) => answer(trails.accept(context.actor, input))),
      end: os.trails.end.handler(({ input, context }) => answer(trails.end(context.actor, input.storyId))),
    },
    presence: {
      here: os.presence.here.handler(({ input, context }) => desk.here(context.actor, input.place)),
    },
    versions: {
      list: os.versions.list.handler(({ input }) => answer(versions.list(input.storyId))),
      keep: os.versions.keep.handler(({ input, context }) => answer(versions.keep(context.actor, input))),
      between: os.versions.between.handler(({ input }) =>
        answer(versions.between(input.storyId, input.from, input.to)),
      ),
      restore: os.versions.restore.handler(({ input, context }) =>
        answer(versions.restore(context.actor, input)),
      ),
      timeline: os.versions.timeline.handler(({ input }) => answer(versions.timeline(input.storyId))),
    },
    notes: {
      of: os.notes.of.handler(({ input }) => answer(notes.of(input.storyId))),
      forLayout: os.notes.forLayout.handler(() => notes.forLayout()),
      write: os.notes.write.handler(({ input, context }) => answer(notes.write(context.actor, input))),
      answer: os.notes.answer.handler(({ input, context }) => answer(notes.answer(context.actor, input))),
      settle: os.notes.settle.handler(({ input, context }) => answer(notes.settle(context.actor, input))),
    },
    cutRequests: {
      open: os.cutRequests.open.handler(() => cutRequests.open()),
      ask: os.cutRequests.ask.handler(({ input, context }) => answer(cutRequests.ask(context.actor, input))),
      settle: os.cutRequests.settle.handler(({ input, context }) =>
        answer(cutRequests.settle(context.actor, input)),
      ),
    },
    photos: {
      read: os.photos.read.handler(async ({ input }) => {
        const { bytes, type } = await answer(photos.read(input.hash, input.size))
        return blobOf(bytes, type)
      }),
      facts: os.photos.facts.handler(({ input }) => answer(photos.facts(input.hash))),
      add: os.photos.add.handler(async ({ input, context }) =>
        answer(photos.add(context.actor, await bytesOf(input.file))),
      ),
      addPlaced: os.photos.addPlaced.handler(async ({ input, context }) =>
        answer(photos.addPlaced(context.actor, await bytesOf(input.file))),
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
      acceptPage: os.intake.acceptPage.handler(({ input, context }) =>
        answer(intake.acceptPage(context.actor, input)),
      ),
      acceptStory: os.intake.acceptStory.handler(({ input, context }) =>
        answer(intake.acceptStory(context.actor, input)),
      ),
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
