import { useEffect } from 'react'
import { create } from 'zustand'
import type { Failure } from '../../shared/contract'
import type { PageOp } from '../../shared/page/changes/page-op'
import { emptyUndoStack, type UndoStack } from '../../shared/page/changes/undo-stack'
import type { PageLayout } from '../../shared/page/layout'
import { PageDesk, type PageOnDesk as OnDesk } from '../../shared/page/log/page-desk'
import { PendingKeeper } from '../../shared/page/log/pending-keeper'
import { client, connection, failureOf } from './client'
import { sayInFooter, saySaved } from '../ui/footer'
import { newsroomNow, useNewsroom, watchEvents } from './newsroom'
import { holdsUnsent } from './unsent'
import { mayNot } from './use-may'

/** A page as the views read it. */
export type PageOnDesk = OnDesk<Failure>

/**
 * The pages of the current edition, by id, in its order, and why some of them are not here. Empty until the
 * newsroom has answered.
 */
export const usePages = create<{
  readonly pages: ReadonlyMap<string, PageOnDesk>
  readonly damaged: ReadonlyMap<string, Failure>
}>(() => ({
  pages: new Map(),
  damaged: new Map(),
}))

/** The pages of the edition as they stand. */
export const layoutsOf = (pages: ReadonlyMap<string, PageOnDesk>): PageLayout[] =>
  [...pages.values()].map(({ layout }) => layout)

/** What the person at the desk can undo on each page. */
const useStacks = create<{ readonly stacks: ReadonlyMap<string, UndoStack> }>(() => ({ stacks: new Map() }))

const newId = () => crypto.randomUUID()

/** For the console: the desk goes on without it. */
const warn = (error: unknown) => console.warn(error)

const desk = new PageDesk<Failure>({
  line: client.pages,
  keeper: new PendingKeeper(localStorage, newId(), warn),
  me: () => connection.seat ?? '',
  why: error => {
    const failure = failureOf(error)
    return { failure, lost: failure.code === 'window.offline' || failure.code === 'window.unexpected' }
  },
  newId,
  later: (again, ms) => void setTimeout(again, ms),
  tell: show,
  warn,
  saved: at => saySaved('pages', at === null ? { kind: 'saving', at: null } : { kind: 'saved', at }),
})

/** Puts the desk's state into the stores; what has not changed keeps its identity. */
function show(from: PageDesk<Failure>): void {
  const before = usePages.getState().pages
  let changed = false
  const pages = from.pages()
  for (const [id, page] of pages) {
    const was = before.get(id)
    if (was && samePage(was, page)) pages.set(id, was)
    else changed = true
  }
  const sameOrder = before.size === pages.size && [...before.keys()].join() === [...pages.keys()].join()
  if (changed || !sameOrder) usePages.setState({ pages })
  if (usePages.getState().damaged !== from.damaged) usePages.setState({ damaged: from.damaged })
  showStacks(from)
}

function showStacks(from: PageDesk<Failure>): void {
  const { me } = newsroomNow()
  const before = useStacks.getState().stacks
  const stacks = new Map([...usePages.getState().pages.keys()].map(id => [id, from.stack(id, me)] as const))
  if (stacks.size !== before.size || [...stacks].some(([id, stack]) => before.get(id) !== stack)) {
    useStacks.setState({ stacks })
  }
}

const samePage = (a: PageOnDesk, b: PageOnDesk) =>
  a.version === b.version && a.layout === b.layout && a.pending === b.pending && a.refused === b.refused

/** A page of the current edition; undefined while it is not here. */
export const usePage = (pageId: string | null): PageOnDesk | undefined =>
  usePages(s => (pageId === null ? undefined : s.pages.get(pageId)))

/** Why the newsroom cannot show a page of the current edition; null where it can. */
export const useDamage = (pageId: string | null): Failure | null =>
  usePages(s => (pageId === null ? null : (s.damaged.get(pageId) ?? null)))

/** Why the newsroom does not take what is done on a page, or cannot show it; null where all is well. */
export const usePageFailure = (pageId: string): Failure | null =>
  usePages(s => s.pages.get(pageId)?.refused ?? s.damaged.get(pageId) ?? null)

/** The page at this moment, for what runs outside a component's rendering. */
export const pageNow = (pageId: string): PageOnDesk | undefined => usePages.getState().pages.get(pageId)

/**
 * Changes a page by the hand of the person at the desk: shown at once, kept until acknowledged, undone in one
 * step under `label` (移动文框). False where it would change nothing.
 */
export function changePage(pageId: string, label: string, ops: PageOp[]): boolean {
  return mayArrange() && desk.change(pageId, newsroomNow().me, label, ops)
}

/** Whether who sits here may change pages; where not, the footer says why. */
function mayArrange(): boolean {
  const refusal = mayNot('pages.submit')
  if (refusal) sayInFooter({ left: [{ text: refusal.message, tone: 'red' }], right: '' })
  return refusal === null
}

/** Takes back the last change of the person at the desk; what was undone, null where there is nothing. */
export const undoPage = (pageId: string): string | null =>
  mayArrange() ? desk.undo(pageId, newsroomNow().me) : null

/** Does it again. */
export const redoPage = (pageId: string): string | null =>
  mayArrange() ? desk.redo(pageId, newsroomNow().me) : null

/** What the person at the desk can undo and redo on a page, changes of before a restart included. */
export function useUndoStack(pageId: string | null): UndoStack {
  const me = useNewsroom(s => s.me)
  const isOpen = usePages(s => pageId !== null && s.pages.has(pageId))
  useEffect(() => {
    if (pageId !== null && isOpen && me !== '') void desk.recall(pageId, me)
  }, [pageId, isOpen, me])
  return useStacks(s => (pageId === null ? undefined : s.stacks.get(pageId)) ?? emptyUndoStack)
}

/** An id for a frame that is to be added. */
export const newFrameId = (): string => newId()

const pagesKey = (state: ReturnType<typeof newsroomNow>) => {
  const edition = state.editions.find(e => e.id === state.edition)
  return edition ? `${edition.id}:${edition.pages.map(page => page.id).join()}` : ''
}

let opened = ''

useNewsroom.subscribe((state, before) => {
  if (state.me !== before.me) desk.seatTaken()
  const key = pagesKey(state)
  if (key === opened) return
  opened = key
  if (state.edition !== null && key !== '') void desk.openEdition(state.edition)
})

holdsUnsent(() => desk.pending > 0)

watchEvents(event => {
  if (event.kind === 'page') desk.receive(event.pageId, event.changes)
  // The first hello finds nothing open; later ones come after a break.
  if (event.kind === 'hello') void desk.reconnect()
})

connection.watch(up => {
  if (!up && [...usePages.getState().pages.values()].some(page => page.pending > 0)) {
    saySaved('pages', { kind: 'waiting', at: null })
  }
})
