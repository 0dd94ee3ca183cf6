import type { LoggedPageChange, PageState } from '../../shared/contract'
import { applyOps, undoOf, type PageChange } from '../../shared/page/changes/page-change'
import type { PageOp } from '../../shared/page/changes/page-op'
import type { PageLayout } from '../../shared/page/layout'

/** What a window sends. */
export interface ChangesSent {
  readonly pageId: string
  readonly changes: PageChange[]
}

/** For tests only: a hand without a window, which keeps one page in step as the window does. */
export class PageWriter {
  readonly pageId: string
  #version: number
  #confirmed: PageLayout
  #pending: PageChange[] = []
  /** Own changes that the newsroom has acknowledged, in the order of its log. */
  readonly acknowledged: PageChange[] = []

  constructor(
    opened: PageState,
    readonly name: string,
  ) {
    this.pageId = opened.pageId
    this.#version = opened.version
    this.#confirmed = opened.layout
  }

  #made = 0

  get version(): number {
    return this.#version
  }

  get pending(): number {
    return this.#pending.length
  }

  /** What the hand sees: the confirmed page with what is pending done on it. */
  get layout(): PageLayout {
    return this.#pending.reduce((layout, { ops }) => applyOps(layout, ops), this.#confirmed)
  }

  /** Makes a change, whether it does anything or not. */
  change(ops: PageOp[], kind: PageChange['kind'] = 'do', of: string | null = null): PageChange {
    const id = `${this.name}-change-${++this.#made}`
    const change = { id, ops, undo: undoOf(this.layout, ops), label: '改版', kind, of }
    this.#pending.push(change)
    return change
  }

  /** Takes back one of its own changes. */
  undo(change: PageChange): void {
    if (change.undo.length > 0) this.change(change.undo, 'undo', change.id)
  }

  /** Takes changes of the log; those that it has already are passed over. */
  receive(logged: readonly LoggedPageChange[]): void {
    for (const { version, change } of logged) {
      if (version <= this.#version) continue
      if (version !== this.#version + 1) throw new Error(`version ${version} after ${this.#version}`)
      this.#version = version
      this.#confirmed = applyOps(this.#confirmed, change.ops)
      if (this.#pending.some(one => one.id === change.id)) this.acknowledged.push(change)
      this.#pending = this.#pending.filter(one => one.id !== change.id)
    }
  }

  /** Sends what is pending once; the answer may leave a gap, which `receive` fills. */
  async send(submit: (sent: ChangesSent) => Promise<LoggedPageChange[]>): Promise<LoggedPageChange[]> {
    if (this.#pending.length === 0) return []
    return submit({ pageId: this.pageId, changes: this.#pending.slice(0, 200) })
  }
}
