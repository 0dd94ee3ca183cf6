import type { Followed } from '../../shared/story/log/play-steps'
import { expected } from './client'

/** What a story's log from the newsroom came to; throws the failure to be shown where it cannot be followed. */
export function sound<T>(followed: Followed<T>): T {
  if (followed.ok) return followed.value
  console.error('A log that cannot be followed', followed.damage)
  throw expected({
    code: 'story.damaged',
    message: '这篇稿件的记录前后对不上，没有打开，也没有改动。',
    remedy: '请用最近的备份找回这篇稿件。',
  })
}
