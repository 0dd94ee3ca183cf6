import { describe, expect, test } from 'vitest'
import { actorIn } from './actor'
import type { Role } from './roles'

const person = (id: string, roles: Role[], retired = false) => ({ id, name: `${id}名`, roles, retired })
const people = [
  person('编', ['editor']),
  person('记', ['reporter']),
  person('走', ['editor'], true),
  person('多', ['layout', 'reporter']),
]

describe('who speaks from a seat', () => {
  test.each([
    ['编', { id: '编', name: '编名', roles: ['editor'] }],
    ['多', { id: '多', name: '多名', roles: ['layout', 'reporter'] }],
    ['走', 'actor.left'],
    ['无', 'actor.none'],
    [null, 'actor.none'],
  ])('%s', (id, expected) => {
    const found = actorIn(people, id)
    expect(found.ok ? found.value : found.failure.code).toEqual(expected)
  })

  test.each<[string, { retired: boolean; roles: Role[] }[], Role[]]>([
    ['with an editor', [{ retired: false, roles: ['editor'] }], ['reporter']],
    ['with a chief', [{ retired: false, roles: ['layout', 'chief'] }], ['reporter']],
    ['with an editor who has left', [{ retired: true, roles: ['editor'] }], ['reporter', 'editor']],
    ['with nobody else', [], ['reporter', 'editor']],
  ])('a reporter of a paper %s', (_, others, roles) => {
    const all = [
      person('记', ['reporter']),
      ...others.map((one, at) => person(`${at}`, one.roles, one.retired)),
    ]
    expect(actorIn(all, '记')).toMatchObject({ ok: true, value: { roles } })
  })

  test('whoever has left is told by name, and what to do', () => {
    expect(actorIn(people, '走')).toMatchObject({
      failure: { message: '走名已经离岗，没有改动。', remedy: expect.stringContaining('还在窗口里') },
    })
  })
})
