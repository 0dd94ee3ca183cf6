import type { Failure } from '../../shared/contract'

/** What it takes to give this window's seat to somebody else. */
export interface SeatPorts {
  /** Whether the line stands. */
  isUp(): boolean
  isAllSent(): boolean
  /** Throws what the newsroom answers. */
  sit(personId: string): Promise<void>
  pause(ms: number): Promise<void>
}

/** Looks at what is unsent every so many milliseconds, at most so often. */
const look = 50
const looks = 60

/**
 * Gives the seat to somebody once everything of who sat here is in the newsroom; otherwise he stays, and is told why.
 * `leaving`: what is not sent is given up, because the newsroom will not take it. Throws what the newsroom answers to
 * who sits down.
 */
export async function changeSeat(
  ports: SeatPorts,
  personId: string,
  how: 'whole' | 'leaving' = 'whole',
): Promise<Failure | null> {
  if (!ports.isUp()) return offline
  if (how === 'whole') {
    // First a pause: an input method may just be putting its last word in.
    let tries = 0
    do await ports.pause(look)
    while (!ports.isAllSent() && ports.isUp() && ++tries < looks)
    if (!ports.isUp()) return offline
    if (!ports.isAllSent()) return unsent
  }
  await ports.sit(personId)
  return null
}

const offline: Failure = {
  code: 'seat.offline',
  message: '与编务后台的连接断开了，没有换人。',
  remedy: '窗口里的文字都还在；等连上、左下角显示“已存”再换。',
}

const unsent: Failure = {
  code: 'seat.unsent',
  message: '还有写好的没有送到编务后台，没有换人。',
  remedy: '等左下角显示“已存”再换；送不出去的，先复制出来，再换人。',
}
