import { cpSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { PageChange } from '../../shared/page/changes/page-change'
import type { PageOp } from '../../shared/page/changes/page-op'
import { storyIdsOf } from '../../shared/page/layout'
import { CollabWriter } from './collab-writer.testing'
import type { Newsroom } from './newsroom'
import { temporaryFolder, temporaryNewsroom, valueOf } from './temporary-newsroom.testing'

/** What the file says of each standing signature, by its page: whether it held when it turned last. */
function recorded(folder: string): Map<string, boolean> {
  const db = new Sqlite(join(folder, 'newsroom.db'))
  try {
    const rows = db
      .prepare<[], { page: string; held: number | null }>(
        `SELECT page_id AS page, (
           SELECT holds FROM signature_turn WHERE signature = given.position ORDER BY position DESC LIMIT 1
         ) AS held FROM page_signature AS given WHERE withdrawn_at IS NULL`,
      )
      .all()
    return new Map(rows.map(({ page, held }) => [page, held !== 0]))
  } finally {
    db.close()
  }
}

const marker = (folder: string): unknown => {
  const db = new Sqlite(join(folder, 'newsroom.db'))
  try {
    return db.prepare("SELECT value FROM meta WHERE key = 'signing'").pluck().get()
  } finally {
    db.close()
  }
}

/** The sample newsroom with all its pages signed, and hands that change what they print. */
async function signedNewsroom() {
  const opened = await temporaryNewsroom({ begin: 'sample' })
  const { newsroom, actor } = opened
  const [edition] = await newsroom.editions.list()
  const { id: editionId, pages, date, number } = edition!
  for (const { id } of pages) valueOf(await newsroom.signing.sign(actor, id))
  await newsroom.signing.settle()
  let changes = 0
  const change = async (at: number, ...ops: PageOp[]) => {
    const sent: PageChange = { id: `change-${++changes}`, ops, undo: [], label: '改版', kind: 'do', of: null }
    valueOf(await newsroom.pages.submit(actor, { pageId: pages[at]!.id, changes: [sent] }))
  }
  const [first] = valueOf(await newsroom.pages.open(editionId)).states
  const storyId = storyIdsOf(first!.layout)[0]!
  const frame = first!.layout.frames.find(one => one.kind === 'story')!
  const writer = new CollabWriter(valueOf(await newsroom.authority.open(storyId)), actor.id, 'editor')
  const write = async (text: string) => {
    writer.type(0, text)
    await writer.send(async sent => valueOf(await newsroom.authority.submit(actor, sent)))
  }
  return {
    ...opened,
    editionId,
    pages,
    storyId,
    write,
    moveFrame: (row: number) => change(0, { op: 'set', frameId: frame.id, fields: { row } }),
    row: frame.row,
    renumber: async (to: number) =>
      valueOf(await newsroom.editions.change({ id: editionId, date, number: to })),
    number,
  }
}

async function stands(newsroom: Newsroom, editionId: string): Promise<Map<string, boolean>> {
  const signatures = await newsroom.signing.signatures(editionId)
  return new Map(signatures.map(({ pageId, holds }) => [pageId, holds]))
}

test('stopped between a change and what follows from it, the newsroom says the truth and writes what is missing', async () => {
  const { newsroom, actor, folder, editionId, pages, storyId, ...hands } = await signedNewsroom()
  const stopped: { folder: string; after: string }[] = []
  let act = ''
  // At the very commit, before any service has done what it has to do: what a power cut would leave.
  const leave = newsroom.events.listen(event => {
    const copy = temporaryFolder()
    for (const file of ['newsroom.db', 'newsroom.db-wal', 'derived.db', 'derived.db-wal']) {
      cpSync(join(folder, file), join(copy, file))
    }
    stopped.push({ folder: copy, after: `${act}: ${event.kind}` })
  })
  const acts: Readonly<Record<string, () => Promise<unknown>>> = {
    'a frame is moved': () => hands.moveFrame(hands.row + 1),
    'it is put back': () => hands.moveFrame(hands.row),
    'a story is written in': () => hands.write('水到独一无二的地头'),
    'a page is taken back': () => newsroom.signing.unsign(actor, pages[2]!.id),
    'and signed again': async () => {
      valueOf(await newsroom.signing.sign(actor, pages[2]!.id))
    },
    'the edition has another number': () => hands.renumber(hands.number + 1),
  }
  for (const [name, run] of Object.entries(acts)) {
    act = name
    await run()
    await newsroom.signing.settle()
  }
  leave()
  const truth = await stands(newsroom, editionId)
  expect([...truth.values()]).toEqual([false, false, false, false])

  const behind: string[] = []
  for (const { folder: left, after } of stopped) {
    const before = recorded(left)
    const { newsroom: again } = await temporaryNewsroom({ folder: left })
    const holds = await stands(again, editionId)
    await again.signing.settle()
    await again.search.settle()
    expect([after, await stands(again, editionId)]).toEqual([after, holds])
    const [story] = await again.stories.parts([storyId])
    const isWritten = JSON.stringify(story).includes('独一无二')
    expect([after, await again.search.find('独一无二')]).toEqual([after, isWritten ? [storyId] : []])
    await again.close()
    expect([after, recorded(left), marker(left)]).toEqual([after, holds, undefined])
    if (JSON.stringify([...before]) !== JSON.stringify([...holds])) behind.push(after)
  }
  expect(behind).toEqual(
    expect.arrayContaining([
      'a frame is moved: page',
      'it is put back: page',
      'a story is written in: steps',
      'the edition has another number: editions',
    ]),
  )
})

test('closed at once after a change, the newsroom writes first what follows from it', async () => {
  const { newsroom, folder, editionId, pages, ...hands } = await signedNewsroom()
  await hands.moveFrame(hands.row + 1)
  await newsroom.close()
  expect([recorded(folder).get(pages[0]!.id), marker(folder)]).toEqual([false, undefined])
  const { newsroom: again } = await temporaryNewsroom({ folder })
  const [signature] = await again.signing.signatures(editionId)
  expect(signature).toMatchObject({ holds: false, turn: { cause: 'page' } })
})

test('signatures of before turns were recorded are looked at once', async () => {
  const { newsroom, folder, editionId, pages, ...hands } = await signedNewsroom()
  await hands.moveFrame(hands.row + 1)
  await newsroom.close()
  const db = new Sqlite(join(folder, 'newsroom.db'))
  db.exec("DELETE FROM signature_turn; INSERT INTO meta VALUES ('signing', 'behind')")
  db.close()
  expect(recorded(folder).get(pages[0]!.id)).toBe(true)
  const { newsroom: again } = await temporaryNewsroom({ folder })
  await again.signing.settle()
  const [signature] = await again.signing.signatures(editionId)
  expect(signature).toMatchObject({ holds: false, turn: { cause: 'unseen', personId: null } })
})
