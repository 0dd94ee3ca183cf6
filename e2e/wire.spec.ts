import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './door'
import { enter, startNewsroom } from './newsroom'

test('a call that fails says why and what to do, in the middle of a stream too', async ({ door }) => {
  test.skip(door === 'electron', 'calls the newsroom behind the browser door')
  const folder = mkdtempSync(join(tmpdir(), 'dayang-wire-'))
  const newsroom = await startNewsroom(folder)
  try {
    const { client } = await enter(newsroom.url)
    const order = { jobId: 'job-1', pageIds: ['no-such-page'] }
    const stream = async () => {
      for await (const step of await client.output.handOver(order))
        expect(step.done).toBeGreaterThanOrEqual(0)
    }
    const known = { code: 'EXPECTED', data: { code: 'page.unknown', message: '没有找到这个版。' } }
    await expect(client.output.pageProof({ pageId: 'no-such-page' })).rejects.toMatchObject(known)
    await expect(stream()).rejects.toMatchObject(known)
  } finally {
    await newsroom.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
