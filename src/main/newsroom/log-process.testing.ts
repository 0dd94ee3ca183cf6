import type { LoggedPageChange, Submission } from '../../shared/contract'
import type { Result } from '../../shared/contract/failure'
import type { Actor } from '../../shared/review/actor'
import { allPeople } from '../store/people'
import { openStore } from '../store/store'
import { Authority, type StepsSent } from './authority'
import { EventHub } from './events'
import { PageAuthority } from './page-authority'
import type { ChangesSent } from './page-line.testing'
import { realWorld } from './world'

/**
 * For tests only: the newsroom's own store and logs in a process that starts in a moment, to be killed hundreds of
 * times. It answers its parent over Node's channel, one answer to each question, only after the commit. Its second
 * argument is how many submissions it answers: the next one it takes, and dies.
 */

/** What may be asked of it. */
export type LogQuestion =
  | { readonly ask: 'open'; readonly storyId: string }
  | { readonly ask: 'since'; readonly storyId: string; readonly version: number }
  | { readonly ask: 'submit'; readonly sent: StepsSent }
  | { readonly ask: 'edition'; readonly editionId: string }
  | { readonly ask: 'changesSince'; readonly pageId: string; readonly version: number }
  | { readonly ask: 'recent'; readonly pageId: string; readonly limit: number }
  | { readonly ask: 'change'; readonly sent: ChangesSent }

/** What its parent gets: `value` is the service's Result; id 0 says that it is up. */
export interface LogAnswer {
  readonly id: number
  readonly value: unknown
}

const opened = await openStore(process.argv[2]!)
if (!opened.ok) throw new Error(opened.failure.message)
const authority = new Authority(opened.value.tables, new EventHub(), realWorld)
const pages = new PageAuthority(opened.value.tables, new EventHub(), realWorld)

/** Whoever speaks, in every life of the process. */
const [person] = await allPeople(opened.value.tables)
const actor: Actor = person!

function answer(question: LogQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'open':
      return authority.open(question.storyId)
    case 'since':
      return authority.stepsSince(question.storyId, question.version)
    case 'submit':
      return authority.submit(actor, question.sent)
    case 'edition':
      return pages.open(question.editionId)
    case 'changesSince':
      return pages.changesSince(question.pageId, question.version)
    case 'recent':
      return pages.recent(actor, question.pageId, question.limit)
    case 'change':
      return pages.submit(actor, question.sent)
  }
}

/** Whether an answer says that something was taken. */
function isTaken(value: unknown): boolean {
  const told = value as Result<Submission | readonly LoggedPageChange[]>
  return told.ok && ('status' in told.value ? told.value.status === 'taken' : told.value.length > 0)
}

let left = Number(process.argv[3])
process.on('message', async ({ id, question }: { readonly id: number; readonly question: LogQuestion }) => {
  const value = await answer(question)
  const isSubmission = question.ask === 'submit' || question.ask === 'change'
  if (isSubmission && isTaken(value) && left-- === 0) process.kill(process.pid, 'SIGKILL')
  else process.send!({ id, value } satisfies LogAnswer)
})
process.send!({ id: 0, value: 'up' } satisfies LogAnswer)
