import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, temporaryFolder, temporaryNewsroom, valueOf } from './temporary-newsroom'

test('a layout is saved from the version it was made from, once', async () => {
  const { newsroom, by } = await temporaryNewsroom({ begin: 'sample' })
  const [edition] = await newsroom.editions.list()
  const page = edition!.pages[0]!
  const layout = { ...page.layout, frames: page.layout.frames.slice(0, 2) }
  const order = { by, pageId: page.id, version: page.version, layout }
  const saved = valueOf(await newsroom.editions.saveLayout(order))
  expect(saved).toEqual({ ...page, layout, version: page.version + 1 })
  expect(codeOf(await newsroom.editions.saveLayout(order))).toBe('page.behind')
  expect((await newsroom.editions.list())[0]!.pages[0]).toEqual(saved)
})

const refused: readonly (readonly [what: string, change: object, code: string])[] = [
  ['an unknown page', { pageId: 'none' }, 'page.unknown'],
  ['nobody', { by: 'nobody' }, 'person.unknown'],
  ['an unknown paper', { layout: { paperId: 'none', frames: [] } }, 'page.paper'],
]

test('a layout for an unknown page, of nobody, or on an unknown paper is not saved', async () => {
  const { newsroom, by } = await temporaryNewsroom({ begin: 'sample' })
  const page = (await newsroom.editions.list())[0]!.pages[0]!
  const order = { by, pageId: page.id, version: page.version, layout: page.layout }
  for (const [what, change, code] of refused) {
    const outcome = await newsroom.editions.saveLayout({ ...order, ...change })
    expect([what, codeOf(outcome)]).toEqual([what, code])
  }
  expect((await newsroom.editions.list())[0]!.pages[0]).toEqual(page)
})

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined

test.skipIf(!hasPoppler)('a page proof holds the page’s stories as text', async () => {
  const { newsroom } = await temporaryNewsroom({ begin: 'sample' })
  const [edition] = await newsroom.editions.list()
  const proof = valueOf(await newsroom.output.pageProof(edition!.pages[0]!.id))
  expect(proof.name).toBe('云岭报 2026年11月24日 1版 要闻.pdf')
  expect(proof.missingGlyphs).toEqual([])
  const file = join(temporaryFolder(), 'page.pdf')
  writeFileSync(file, proof.bytes)
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
  const rows = (await newsroom.stories.budget(false)).filter(row => row.page === 1)
  for (const { headline } of rows) expect(text).toContain(headline.replaceAll(/\s/g, ''))
  expect(codeOf(await newsroom.output.pageProof('none'))).toBe('page.unknown')
})
