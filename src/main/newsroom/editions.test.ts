import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, temporaryFolder, temporaryNewsroom, valueOf } from './temporary-newsroom'

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
