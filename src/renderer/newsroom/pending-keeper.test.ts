import { describe, expect, it } from 'vitest'
import type { PendingChange } from './page-log'
import { PendingKeeper, type KeptStorage } from './pending-keeper'

function storage(): KeptStorage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: at => [...items.keys()][at] ?? null,
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: key => void items.delete(key),
  }
}

const change = (id: string): PendingChange => ({
  by: 'he',
  change: {
    id: `change-${id}`,
    ops: [{ op: 'remove', frameId: id }],
    undo: [],
    label: '排下',
    kind: 'do',
    of: null,
  },
})

describe('what was not delivered', () => {
  it('is taken over by the next window, and by the one after if that crashes too', () => {
    const shared = storage()
    new PendingKeeper(shared, 'one').keep('page', [change('a'), change('b')])
    expect(new PendingKeeper(shared, 'two').takeOver('page')).toEqual([change('a'), change('b')])
    expect(new PendingKeeper(shared, 'three').takeOver('page')).toEqual([change('a'), change('b')])
    expect(shared.length).toBe(1)
  })

  it('is gathered from all windows, each change once, and only of this page', () => {
    const shared = storage()
    new PendingKeeper(shared, 'one').keep('page', [change('a')])
    new PendingKeeper(shared, 'two').keep('page', [change('a'), change('b')])
    new PendingKeeper(shared, 'two').keep('page-2', [change('c')])
    expect(new PendingKeeper(shared, 'three').takeOver('page')).toEqual([change('a'), change('b')])
  })

  it('is nothing once it is acknowledged', () => {
    const shared = storage()
    const keeper = new PendingKeeper(shared, 'one')
    keeper.keep('page', [change('a')])
    keeper.keep('page', [])
    expect(shared.length).toBe(0)
  })

  it.each(['not json', '{}', '[{"by":"he","change":{"id":1}}]'])(
    'is nothing where what is kept is broken: %s',
    text => {
      const shared = storage()
      shared.setItem('dayang.page.page.one', text)
      expect(new PendingKeeper(shared, 'two').takeOver('page')).toEqual([])
    },
  )

  it('costs the window nothing where its storage is full', () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    expect(() => new PendingKeeper(full, 'one').keep('page', [change('a')])).not.toThrow()
  })
})
