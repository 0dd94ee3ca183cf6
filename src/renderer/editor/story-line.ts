import { client, connection, failureOf } from '../newsroom/client'
import type { StoryLine } from './story-sync'

/** The window's own line to the newsroom. */
export const storyLine: StoryLine = {
  get up() {
    return connection.up
  },
  get seat() {
    return connection.seat
  },
  watch: watcher => connection.watch(watcher),
  submit: input => client.stories.submit(input),
  stepsSince: input => client.stories.stepsSince(input),
  failureOf,
}
