import { windowId } from './window-id'

const prefix = 'dayang.window.'

/** Says to the other windows of this browser that this one lives: the lock falls when it ends, however it ends. */
export function liveOn(): void {
  void lockManager()?.request(`${prefix}${windowId}`, () => new Promise<never>(() => undefined))
}

/**
 * The windows of this browser that live. Where locks cannot be asked (a page that did not come over a safe way)
 * only this one is known to.
 */
export async function livingWindows(): Promise<ReadonlySet<string>> {
  const held = (await lockManager()?.query())?.held ?? []
  const ids = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []))
  return new Set([windowId, ...ids])
}

const lockManager = (): LockManager | undefined => navigator.locks
