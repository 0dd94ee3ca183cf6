import { describe, expect, it } from 'vitest'
import type { PendingChange } from './page-log'
import { headDefaults } from '../frame-defaults'
import { MemoryStorage } from '../../story/log/memory-storage.testing'
import { PendingKeeper } from './pending-keeper'

const storage = () => new MemoryStorage()

const change = (id: string, by = 'he'): PendingChange => ({
  by,
  change: {
    id: `change-${id}`,
    ops: [{ op: 'remove', frameId: id }],
    undo: [],
    label: '排下',
    kind: 'do',
    of: null,
  },
})

/** As a later version of the program may keep it. */
const newer = JSON.stringify([{ by: 'he', change: { ...change('a').change, format: 1000 } }])

describe('what was not delivered', () => {
  it('is taken over by the next window, and by the one after if that crashes too', () => {
    const shared = storage()
    new PendingKeeper(shared, 'one').keep('page', [change('a'), change('b')])
    expect(new PendingKeeper(shared, 'two').takeOver('page', 'he')).toEqual([change('a'), change('b')])
    expect(new PendingKeeper(shared, 'three').takeOver('page', 'he')).toEqual([change('a'), change('b')])
    expect(shared.length).toBe(1)
  })

  it('is gathered from all windows, each change once, and only of this page', () => {
    const shared = storage()
    new PendingKeeper(shared, 'one').keep('page', [change('a')])
    new PendingKeeper(shared, 'two').keep('page', [change('a'), change('b')])
    new PendingKeeper(shared, 'two').keep('page-2', [change('c')])
    expect(new PendingKeeper(shared, 'three').takeOver('page', 'he')).toEqual([change('a'), change('b')])
  })

  it('is read in the form of today where an older version kept it', () => {
    const shared = storage()
    const head = { size: '一号', kickerSize: '四号', deckSize: '四号', align: 'left', lines: null }
    const ops = [{ op: 'set', frameId: 'a', fields: { head } }]
    const older = { by: 'he', change: { ...change('a').change, ops } }
    shared.setItem('dayang.page.page.one', JSON.stringify([older]))
    const [taken] = new PendingKeeper(shared, 'two').takeOver('page', 'he')
    const whole = { ...headDefaults, ...head }
    expect(taken?.change.ops).toEqual([{ op: 'set', frameId: 'a', fields: { head: whole } }])
  })

  it('waits for whoever made it, and what another made stays where it is', () => {
    const shared = storage()
    new PendingKeeper(shared, 'one').keep('page', [change('a'), change('b', 'zhou')])
    const keeper = new PendingKeeper(shared, 'two')
    expect(keeper.takeOver('page', 'lu')).toEqual([])
    expect(keeper.takeOver('page', 'zhou')).toEqual([change('b', 'zhou')])
    expect(new PendingKeeper(shared, 'three').takeOver('page', 'he')).toEqual([change('a')])
    expect(new PendingKeeper(shared, 'four').takeOver('page', 'zhou')).toEqual([change('b', 'zhou')])
  })

  it('is set aside for whoever does not sit here any more, until he does', () => {
    const shared = storage()
    const keeper = new PendingKeeper(shared, 'one')
    keeper.keep('page', [change('a'), change('b', 'zhou')])
    keeper.setAside('page', [change('a')])
    keeper.keep('page', [change('b', 'zhou')])
    keeper.setAside('page', [change('c')])
    expect(keeper.takeOver('page', 'he')).toEqual([change('a'), change('c')])
    keeper.keep('page', [])
    expect(shared.length).toBe(0)
  })

  it('is nothing once it is acknowledged', () => {
    const shared = storage()
    const keeper = new PendingKeeper(shared, 'one')
    keeper.keep('page', [change('a')])
    keeper.keep('page', [])
    expect(shared.length).toBe(0)
  })

  it.each(['not json', '{}', '[{"by":"he","change":{"id":1}}]', newer])(
    'is nothing where what is kept is broken: %s',
    text => {
      const shared = storage()
      shared.setItem('dayang.page.page.one', text)
      expect(new PendingKeeper(shared, 'two').takeOver('page', 'he')).toEqual([])
      // It is left to a version that can read it.
      expect(shared.getItem('dayang.page.page.one')).toBe(text)
    },
  )

  it('costs the window nothing where its storage is full', () => {
    const full = storage()
    full.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    const told: unknown[] = []
    new PendingKeeper(full, 'one', error => told.push(error)).keep('page', [change('a')])
    expect(told).toEqual([new Error('QuotaExceededError')])
  })
})
