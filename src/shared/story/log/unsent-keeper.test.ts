import { EditorState, TextSelection } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { documentOf, emptyParts } from '../parts'
import type { Unconfirmed } from './log-client'
import { DyingStorage, MemoryStorage } from './memory-storage.testing'
import { UnsentKeeper } from './unsent-keeper'
import { wordsOf } from './unsent-steps'

const me = { storyId: 'story', clientId: 'client', personId: '甲' }
const nobody = () => false

/** Steps that write these letters one after the other. */
function writing(letters: string): Step[] {
  const doc = documentOf(emptyParts)
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, 1) })
  return [...letters].map(letter => {
    const tr = state.tr.insertText(letter)
    state = state.apply(tr)
    return tr.steps[0]!
  })
}

const unconfirmed = (letters: string, version = 3, sequence = 0): Unconfirmed => ({
  version,
  sequence,
  steps: writing(letters),
})

const throwing = (error: unknown): never => {
  throw error
}

const keeperOn = (storage: MemoryStorage | DyingStorage, windowId: string) =>
  new UnsentKeeper(storage, windowId, throwing)

const left = (storage: MemoryStorage, isAlive: (id: string) => boolean = nobody) =>
  keeperOn(storage, 'heir')
    .takeOver(isAlive)
    .map(({ personId, version, sequence, steps }) => `${personId} ${version} ${sequence} ${wordsOf(steps)}`)

const many = Array.from({ length: 120 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')

describe('what a window has not delivered', () => {
  it.each<[string, string]>([
    ['a letter', '一'],
    ['more than one entry holds', many],
  ])('is found by the next one when it dies: %s', (_, letters) => {
    const storage = new MemoryStorage()
    keeperOn(storage, 'gone').keep(me, unconfirmed(letters, 3, 7))
    expect(left(storage)).toEqual([`甲 3 7 ${letters}`])
  })

  it('is nothing once it is acknowledged', () => {
    const storage = new MemoryStorage()
    const keeper = keeperOn(storage, 'one')
    keeper.keep(me, unconfirmed(many))
    keeper.keep(me, null)
    expect(storage.length).toBe(0)
  })

  it('is what goes on the newest version only', () => {
    const storage = new MemoryStorage()
    const keeper = keeperOn(storage, 'one')
    keeper.keep(me, unconfirmed(many, 3, 0))
    keeper.keep(me, unconfirmed('余', 123, 120))
    expect(left(storage)).toEqual(['甲 123 120 余'])
  })

  it('costs the same at each key, however much waits', () => {
    const storage = new MemoryStorage()
    const keeper = keeperOn(storage, 'one')
    keeper.keep(me, unconfirmed(many))
    storage.writes = 0
    keeper.keep(me, unconfirmed(`${many}又`))
    expect(storage.writes).toBe(1)
    keeper.keep(me, unconfirmed(`${many}又`))
    expect(storage.writes).toBe(1)
  })

  it('is not taken from a window that lives', () => {
    const storage = new MemoryStorage()
    keeperOn(storage, 'alive').keep(me, unconfirmed('一'))
    expect(left(storage, id => id === 'alive')).toEqual([])
    expect(storage.length).toBe(1)
  })

  it('is there, older or newer, at whatever moment of writing the window dies', () => {
    for (let changes = 0; changes < 8; changes++) {
      const storage = new MemoryStorage()
      const dying = new DyingStorage(storage)
      const keeper = keeperOn(dying, 'gone')
      keeper.keep(me, unconfirmed(many, 3, 0))
      dying.changesLeft = changes
      // Somebody else has written: the same steps go on another version.
      keeper.keep(me, unconfirmed(many, 4, 0))
      const [found] = left(storage)
      expect([`甲 3 0 ${many}`, `甲 4 0 ${many}`]).toContain(found)
    }
  })

  it('stays until whoever took it over has delivered it, and passes on if he dies too', () => {
    const storage = new MemoryStorage()
    keeperOn(storage, 'gone').keep(me, unconfirmed('一'))
    const heir = keeperOn(storage, 'heir')
    expect(heir.takeOver(nobody)).toHaveLength(1)
    expect(heir.takeOver(nobody)).toEqual([])
    expect(left(storage)).toEqual(['甲 3 0 一'])
    heir.keep(me, null)
    expect(storage.length).toBe(0)
  })

  it('that a window adds after it was taken for dead is its own', () => {
    const storage = new MemoryStorage()
    const alive = keeperOn(storage, 'alive')
    alive.keep(me, unconfirmed('一'))
    const heir = keeperOn(storage, 'heir')
    heir.takeOver(nobody)
    alive.keep(me, unconfirmed('一二'))
    heir.keep(me, unconfirmed('一'))
    heir.keep(me, null)
    expect(left(storage)).toEqual(['甲 3 0 一二'])
  })
})

it.each(['not json', '{}', '{"windowId":"w","steps":[1]}'])('what cannot be read stays: %s', text => {
  const storage = new MemoryStorage()
  storage.setItem('dayang.story.story.client.0.0', text)
  expect(left(storage)).toEqual([])
  expect(storage.length).toBe(1)
})

it('a full storage costs the window nothing', () => {
  const storage = new MemoryStorage()
  const warned: unknown[] = []
  const keeper = new UnsentKeeper(storage, 'one', error => warned.push(error))
  storage.setItem = () => throwing(new Error('QuotaExceededError'))
  keeper.keep(me, unconfirmed('一'))
  expect(warned).toHaveLength(1)
})
