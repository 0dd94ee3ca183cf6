import { randomUUID } from 'node:crypto'
import type { Result } from '../src/shared/contract/failure'
import { arrangePage } from '../src/shared/page/arrange/arrange'
import { changeOf } from '../src/shared/page/changes/page-change'
import type { PageOp } from '../src/shared/page/changes/page-op'
import type { Frame } from '../src/shared/page/layout'
import type { Paper } from '../src/shared/page/paper'
import { openNewsroom } from '../src/main/newsroom/newsroom'
import { plainFrontPage } from './plain-front-page'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

/**
 * What the pages of a made newsroom are: the sample edition as kept, or the same stories laid out plainly, for flows
 * of single frames: the sample edition's pages are made up anew now and then, and have no white to move in.
 */
export type MadePages = 'sample' | 'plain'

/** Founds each newsroom in its folder. */
export async function makeNewsrooms(folderOf: (pages: MadePages) => string): Promise<void> {
  await makeSampleNewsroom(folderOf('sample'))
  await makePlainNewsroom(folderOf('plain'))
}

async function makeSampleNewsroom(folder: string): Promise<void> {
  await valueOf(await openNewsroom({ folder, begin: 'sample' })).close()
}

async function makePlainNewsroom(folder: string): Promise<void> {
  const newsroom = valueOf(await openNewsroom({ folder, begin: 'sample' }))
  const [edition] = (await newsroom.desk.open()).editions
  const rows = await newsroom.stories.budget(false)
  const layout = (await newsroom.people.list()).find(person => person.roles.includes('layout'))!
  const actor = valueOf(await newsroom.people.actorAt(layout.id))
  const arranged = async (number: number, paper: Paper): Promise<readonly Frame[]> => {
    const planned = rows.filter(row => row.page === number)
    const parts = await newsroom.stories.parts(planned.map(row => row.id))
    const stories = planned.map(({ id }) => ({ id, parts: parts.find(one => one.id === id)!.parts }))
    return arrangePage({ paper, furniture: 'folio', stories }).layout.frames
  }
  const bySlug = new Map(rows.map(row => [row.slug, row.id]))
  for (const { pageId, layout } of valueOf(await newsroom.pages.open(edition!.id)).states) {
    const { number } = edition!.pages.find(page => page.id === pageId)!
    const frames =
      number === 1 ? plainFrontPage(slug => bySlug.get(slug)!) : await arranged(number, layout.paper)
    const ops: PageOp[] = [
      ...layout.frames.map(({ id }): PageOp => ({ op: 'remove', frameId: id })),
      ...frames.map((frame): PageOp => ({ op: 'add', frame, before: null })),
      ...layout.ignored.map(({ key }): PageOp => ({ op: 'heed', key })),
    ]
    const change = changeOf(randomUUID(), '按稿库排版', layout, ops)
    if (change) valueOf(await newsroom.pages.submit(actor, { pageId, changes: [change] }))
  }
  await newsroom.close()
}
