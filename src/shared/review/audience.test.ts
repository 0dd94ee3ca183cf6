import { expect, test } from 'vitest'
import type { Actor } from './actor'
import { anyone, maySee, only, theDesk, type Audience } from './audience'

const actor = (id: string): Actor => ({ id, name: id, roles: ['reporter'] })

test.each<readonly [string, Audience, nobody: boolean, zhou: boolean, lu: boolean]>([
  ['what a door shows', anyone, true, true, true],
  ['the newsroom’s own work', theDesk, false, true, true],
  ['what concerns one', only('zhou'), false, true, false],
  ['what concerns two', only('lu', 'zhou'), false, true, true],
  ['what concerns none', only(), false, false, false],
  ['the desk and one besides', { group: 'desk', people: ['lu'] }, false, true, true],
])('%s', (_, audience, nobody, zhou, lu) => {
  const seen = [null, actor('zhou'), actor('lu')].map(one => maySee(one, audience))
  expect(seen).toEqual([nobody, zhou, lu])
})
