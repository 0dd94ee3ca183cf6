import { expect, test } from 'vitest'
import { changeSeat, type SeatPorts } from './change-seat'

interface Told {
  readonly up?: boolean
  /** How often it is looked before everything is sent. */
  readonly sentAfter?: number
  /** How often it is looked before the line drops. */
  readonly dropsAfter?: number
  readonly refuses?: boolean
}

function ports({ up = true, sentAfter = 0, dropsAfter = Infinity, refuses = false }: Told) {
  const did: string[] = []
  let paused = 0
  const made: SeatPorts = {
    isUp: () => up && paused < dropsAfter,
    isAllSent: () => paused > sentAfter,
    sit: async personId => {
      if (refuses) throw new Error('he has left')
      did.push(personId)
    },
    pause: async () => void paused++,
  }
  return { made, did }
}

test.each<[string, Told, 'whole' | 'leaving', string | null]>([
  ['with nothing unsent', {}, 'whole', null],
  ['once everything is sent', { sentAfter: 20 }, 'whole', null],
  ['not while something waits', { sentAfter: Infinity }, 'whole', 'seat.unsent'],
  ['where what waits is given up', { sentAfter: Infinity }, 'leaving', null],
  ['not without a line', { up: false }, 'whole', 'seat.offline'],
  ['not without a line, whatever is given up', { up: false }, 'leaving', 'seat.offline'],
  ['not when the line drops meanwhile', { sentAfter: 20, dropsAfter: 5 }, 'whole', 'seat.offline'],
])('the seat changes hands %s', async (_, told, how, code) => {
  const { made, did } = ports(told)
  const failure = await changeSeat(made, 'zhou', how)
  expect(failure?.code ?? null).toBe(code)
  expect(did).toEqual(code === null ? ['zhou'] : [])
})

test('what the newsroom answers to who sits down is thrown', async () => {
  await expect(changeSeat(ports({ refuses: true }).made, 'zhou')).rejects.toThrow('he has left')
})
