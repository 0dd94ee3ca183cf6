import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openNewsroom, type Newsroom } from './newsroom'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'dayang-'))
  folders.push(folder)
  return folder
}

async function open(folder: string, begin: 'sample' | 'empty' = 'empty'): Promise<Newsroom> {
  const opened = await openNewsroom({ folder, begin })
  if (!opened.ok) throw new Error(opened.failure.message)
  return opened.value
}

test('a story that was made is there after the newsroom was opened again', async () => {
  const folder = newFolder()
  const first = await open(folder)
  const [person] = await first.people.list()
  const made = await first.stories.create({ by: person!.id, template: '消息', plan: { slug: '灯' } })
  expect(made).toMatchObject({ ok: true, value: { number: 1, slug: '灯', genre: '消息' } })
  await first.close()

  const second = await open(folder)
  expect(await second.stories.budget(false)).toEqual([made.ok && made.value])
  await second.close()
})
