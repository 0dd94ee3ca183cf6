import { applyOps, undoOf, type PageChange } from '../changes/page-change'
import type { PageLayout } from '../layout'
import { sameData } from '../same-data'
import type { LoggedPageChange, PageState } from './logged'

/** A change that this window has made and the newsroom has not confirmed. */
export interface PendingChange {
  /** Whose hand made it. */
  readonly by: string
  readonly change: PageChange
}

/** A page's log as one window knows it. Plain data: every function below answers a new one. */
export interface PageLog {
  readonly pageId: string
  /** Of the newsroom's log. */
  readonly version: number
  /** The page after `version` changes. */
  readonly confirmed: PageLayout
  /** In the order in which they were made. */
  readonly pending: readonly PendingChange[]
  /** What this window shows: the confirmed page with what is pending done on top of it. */
  readonly layout: PageLayout
}

/** A page as the newsroom has it, with changes that an earlier window could not deliver. */
export function openedLog(state: PageState, pending: readonly PendingChange[]): PageLog {
  return shown({ pageId: state.pageId, version: state.version, confirmed: state.layout, pending })
}

/** The log after a change of this window's own hand. */
export const withOwn = (log: PageLog, by: string, change: PageChange): PageLog => ({
  ...log,
  pending: [...log.pending, { by, change }],
  layout: applyOps(log.layout, change.ops),
})

/**
 * The log after changes that the newsroom has taken, in its order. Own ones are confirmed by their id; what is
 * still pending is done anew on top of others' work, and what takes it back is worked out anew. `gap`: some
 * versions between are missing and must be asked for; nothing after the gap has been applied.
 */
export function withLogged(
  log: PageLog,
  logged: readonly LoggedPageChange[],
): { readonly log: PageLog; readonly gap: boolean } {
  let { version, confirmed } = log
  let gap = false
  const taken = new Map<string, PageChange>()
  for (const one of [...logged].sort((a, b) => a.version - b.version)) {
    if (one.version > version + 1) {
      gap = true
      break
    }
    taken.set(one.change.id, one.change)
    if (one.version <= version) continue
    version = one.version
    confirmed = applyOps(confirmed, one.change.ops)
  }
  const pending = log.pending.filter(({ change }) => !taken.has(change.id))
  if (version === log.version && pending.length === log.pending.length) return { log, gap }
  // The usual case, own changes confirmed one by one in order, leaves the shown page as it is. The newsroom may
  // have written one otherwise, in the name of who sits here.
  const ownOnly =
    taken.size === log.pending.length - pending.length &&
    log.pending.slice(0, taken.size).every(({ change }) => sameData(taken.get(change.id)?.ops, change.ops))
  if (ownOnly) return { log: { ...log, version, confirmed, pending }, gap }
  return { log: shown({ pageId: log.pageId, version, confirmed, pending }), gap }
}

/** Gives up pending changes, because the newsroom has said that it keeps them already or never will. */
export function without(log: PageLog, ids: ReadonlySet<string>): PageLog {
  const pending = log.pending.filter(({ change }) => !ids.has(change.id))
  return pending.length === log.pending.length ? log : shown({ ...log, pending })
}

function shown(log: Omit<PageLog, 'layout'>): PageLog {
  let layout = log.confirmed
  const pending = log.pending.map((one): PendingChange => {
    const undo = undoOf(layout, one.change.ops)
    layout = applyOps(layout, one.change.ops)
    // A change that does nothing for now keeps its own way back: another undo may give it its frame again.
    return undo.length === 0 ? one : { by: one.by, change: { ...one.change, undo } }
  })
  return { ...log, pending, layout }
}
