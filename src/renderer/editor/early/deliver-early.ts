import type { Failure } from '../../../shared/contract'
import { faultOfCall } from '../../newsroom/call-fault'
import type { AskedStory } from '../../newsroom/newsroom'
import { unsentUntil } from '../../newsroom/unsent'
import { tellLost } from '../../newsroom/window-stories'
import { sheetOf } from '../open-sheet'
import { wordsOfPieces, type EarlyPiece } from './early-words'
import { typeEarly } from './type-early'

/** Milliseconds after which a story that could not be opened is asked for again. */
const again = 2000

/** Tries after which what breaks is no accident. */
const mostBroken = 4

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Gives words to the story that they were meant for, though nobody waits for it any more. They go into no other: where
 * the story cannot be had, their writer is told and can copy them.
 */
export const deliverEarly = (
  asked: AskedStory,
  personId: string,
  pieces: readonly EarlyPiece[],
): Promise<void> => unsentUntil(deliver(asked, personId, pieces))

async function deliver(asked: AskedStory, personId: string, pieces: readonly EarlyPiece[]): Promise<void> {
  const storyId = await asked.id
  const words = wordsOfPieces(pieces)
  if (storyId === null) {
    tellLost({ storyId, personId, words, failure: notMade })
    return
  }
  for (let broken = 0; ;) {
    try {
      const sheet = await sheetOf({ storyId, personId })
      typeEarly(sheet.view, pieces)
      sheet.leave()
      return
    } catch (error) {
      const fault = faultOfCall(error)
      if (fault.kind === 'unclear') broken++
      if (fault.kind === 'lasting' || (fault.kind === 'unclear' && broken > mostBroken)) {
        tellLost({ storyId, personId, words, failure: fault.failure })
        return
      }
    }
    await pause(again)
  }
}

const notMade: Failure = {
  code: 'story.not-made',
  message: '新稿没有建成。',
  remedy: '请复制下来，建好新稿再粘贴。',
}
