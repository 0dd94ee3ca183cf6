import { expect, test } from 'vitest'
import type { NewsroomEvent } from '../../shared/contract'
import { ReadOnce } from './read-once'

function reading() {
  const asked: { key: string; answer(): void; fail(): void }[] = []
  const warnings: unknown[] = []
  let watcher: (event: NewsroomEvent) => void = () => undefined
  const once = new ReadOnce({
    read: key =>
      new Promise((resolve, reject) =>
        asked.push({ key, answer: resolve, fail: () => reject(new Error(key)) }),
      ),
    watch: given => (watcher = given),
    warn: error => warnings.push(error),
  })
  const settled = () => new Promise(resolve => setImmediate(resolve))
  const hello = () => watcher({ kind: 'hello' })
  return { once, asked, warnings, hello, settled, keys: () => asked.map(({ key }) => key) }
}

test('each is read once, however often it is wanted', async () => {
  const { once, asked, keys, hello, settled } = reading()
  once.want(['a', 'b', 'a'])
  asked[0]!.answer()
  await settled()
  once.want(['b', 'a', 'c'])
  hello()
  expect(keys()).toEqual(['a', 'b', 'c'])
})

test('what could not be read is read again after each hello until it comes, and not before', async () => {
  const { once, asked, warnings, keys, hello, settled } = reading()
  once.want(['a', 'b'])
  asked[0]!.fail()
  asked[1]!.answer()
  await settled()
  once.want(['a'])
  expect(keys()).toEqual(['a', 'b'])
  hello()
  expect(keys()).toEqual(['a', 'b', 'a'])
  // Still under way.
  hello()
  expect(keys()).toHaveLength(3)
  asked[2]!.fail()
  await settled()
  hello()
  asked[3]!.answer()
  await settled()
  hello()
  expect([keys(), warnings.length]).toEqual([['a', 'b', 'a', 'a'], 2])
})
