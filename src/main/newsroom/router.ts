import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../shared/contract'
import type { Failure, Result } from '../../shared/contract'
import { storeFailure } from '../store/failures'
import type { Newsroom } from './newsroom'

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

/** The contract over a newsroom: the same router behind every door. */
export function createRouter(newsroom: Newsroom) {
  const { desk, people, stories, authority, editions, photos, intake, output, search } = newsroom
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
      parts: os.stories.parts.handler(async ({ input }) => (await stories.parts(input.ids)).map(mutable)),
      submit: os.stories.submit.handler(({ input }) => answer(authority.submit(input))),
      stepsSince: os.stories.stepsSince.handler(({ input }) =>
        answer(authority.stepsSince(input.id, input.version)),
      ),
    },
    editions: {
      list: os.editions.list.handler(() => editions.list()),
      saveLayout: os.editions.saveLayout.handler(({ input }) => answer(editions.saveLayout(input))),
    },
    photos: {
      read: os.photos.read.handler(async ({ input }) => {
        const { bytes, type } = await answer(photos.read(input.hash, input.size))
        return blobOf(bytes, type)
      }),
      add: os.photos.add.handler(async ({ input }) =>
        answer(photos.add({ by: input.by, file: await bytesOf(input.file) })),
      ),
    },
    intake: {
      readPageText: os.intake.readPageText.handler(({ input }) => answer(intake.readPageText(input.source))),
      accept: os.intake.accept.handler(({ input }) => answer(intake.accept(input))),
    },
    output: {
      pageProof: os.output.pageProof.handler(async ({ input }) => {
        const { bytes, name, missingGlyphs } = await answer(output.pageProof(input.pageId))
        return { file: blobOf(bytes, 'application/pdf'), name, missingGlyphs }
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
