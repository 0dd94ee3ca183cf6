import type { PageChange } from '../../shared/page/changes/page-change'
import type { PagesLine } from '../../shared/page/log/page-desk'
import { Refused, type Failure } from '../../shared/page/log/page-window.testing'
import type { Result } from '../../shared/contract/failure'
import type { Actor } from '../../shared/review/actor'
import type { Newsroom } from './newsroom'

/** What a window sends. */
export interface ChangesSent {
  readonly pageId: string
  readonly changes: PageChange[]
}

/** For tests only: the line of a window at which somebody sits, straight to the newsroom's services. */
export const lineTo = ({ pages }: Pick<Newsroom, 'pages'>, actor: Actor): PagesLine<Failure> => ({
  open: async ({ editionId }) => answer(await pages.open(editionId)),
  submit: async sent => answer(await pages.submit(actor, sent)),
  changesSince: async ({ pageId, version }) => answer(await pages.changesSince(pageId, version)),
  recent: async ({ pageId, limit }) => answer(await pages.recent(actor, pageId, limit)),
})

function answer<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.failure)
  return result.value
}
