import { create } from 'zustand'
import type { BudgetRow, Edition, Failure, NewsroomEvent, Person, StoryPlan } from '../../shared/contract'
import type { StoryPlace } from '../../shared/text-place/text-place'
import { budgetAfter, emptyBudget, shownRows, trashedRows, type RowTelling } from './budget-rows'
import { changeSeat } from './change-seat'
import { client, connection, failureOf } from './client'
import { RowPace } from './row-pace'
import { StoryAhead } from './story-ahead'
import { isAllSent } from './unsent'

export type View = 'story' | 'budget' | 'pages' | 'review' | 'reference'

export const viewNames: Readonly<Record<View, string>> = {
  story: '稿件',
  budget: '稿库',
  pages: '版面',
  review: '审签',
  reference: '资料',
}

/** A story that somebody has asked for. What is typed from then on is meant for it, whenever it stands. */
export interface AskedStory {
  /** Another for each asking. */
  readonly key: number
  /** Its id, once it is there; null where it could not be made. */
  readonly id: Promise<string | null>
  /** It could not be made. */
  readonly isRefused: boolean
  /** Asks for it once more. */
  again(): void
  /** What stood before it. */
  readonly before: string | null
}

export interface Newsroom {
  /** `opening` until the newsroom has answered once; `failed` shows `failure` in place of the desk. */
  readonly status: 'opening' | 'open' | 'failed'
  readonly failure: Failure | null
  /** Whether the line to the newsroom stands. */
  readonly up: boolean
  readonly paper: { readonly name: string; readonly timeZone: string }
  readonly folder: string
  readonly people: readonly Person[]
  readonly editions: readonly Edition[]
  /** The budget without the trash, in the order of 稿号. */
  readonly rows: readonly BudgetRow[]
  /** The trash, last come first: what was told of it; all of it once it has been asked for. */
  readonly trash: readonly BudgetRow[]
  /** Who sits at the desk: the newsroom writes his name to every step. Empty: nobody. */
  readonly me: string
  /** Somebody else is just taking the seat: nothing is written meanwhile. */
  readonly changingSeat: boolean
  /** What the newsroom remembers for that person: panel widths, last story, carets. */
  readonly memory: Readonly<Record<string, unknown>>
  readonly view: View
  readonly story: string | null
  /** The story asked for last; null before anybody asked. */
  readonly asked: AskedStory | null
  /** Where the caret is to stand when that story opens; null: where it was left. */
  readonly caret: StoryPlace | null
  readonly edition: string | null
  readonly page: string | null
  readonly importing: boolean
}

export const useNewsroom = create<Newsroom>(() => ({
  status: 'opening',
  failure: null,
  up: false,
  paper: { name: '', timeZone: 'Asia/Shanghai' },
  folder: '',
  people: [],
  editions: [],
  rows: [],
  trash: [],
  me: '',
  changingSeat: false,
  memory: {},
  view: 'story',
  story: null,
  asked: null,
  caret: null,
  edition: null,
  page: null,
  importing: false,
}))

const { setState: set, getState: get } = useNewsroom

/** The newsroom at this moment, for what runs outside a component's rendering. */
export const newsroomNow = get

/** Watches the newsroom's events besides the store itself: the open editor, the pages' texts. */
export type EventWatcher = (event: NewsroomEvent) => void
const watchers = new Set<EventWatcher>()

export function watchEvents(watcher: EventWatcher): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

let budget = emptyBudget

const rowPace = new RowPace(() => {
  const { story } = get()
  const rows = shownRows(budget)
  set({ rows, trash: trashedRows(budget), story: rows.some(row => row.id === story) ? story : null })
})

/** Every row comes in here: of events and of answers, and as this window changes it. */
function takeRows(telling: RowTelling, when: 'now' | 'soon' = 'now'): void {
  const was = budget
  budget = budgetAfter(budget, telling)
  if (budget !== was) rowPace[when]()
}

const ahead = new StoryAhead(id => client.stories.open({ id }))

/** A story with its log, as the newsroom has it now. */
export const openedStory = (id: string): ReturnType<StoryAhead['opened']> => ahead.opened(id)

function take(event: NewsroomEvent): void {
  ahead.hear(event)
  if (event.kind === 'rows') takeRows({ kind: 'told', things: event.rows }, 'soon')
  if (event.kind === 'people') {
    set({ people: event.people })
    // Whoever had left the paper may be back.
    const wasLost = connection.lostSeat !== null
    connection
      .sitAgain()
      .then(() => (wasLost && !connection.lostSeat ? readAnew() : undefined))
      .catch((error: unknown) => console.warn(error))
  }
  if (event.kind === 'editions') set({ editions: event.editions })
  for (const watcher of watchers) watcher(event)
}

async function refresh(): Promise<void> {
  // The rows of before stay on show until the new ones are here.
  budget = budgetAfter(budget, { kind: 'hello' })
  const { hellos } = budget
  const opened = await client.desk.open()
  set({
    paper: opened.paper,
    folder: opened.folder,
    people: opened.people,
    editions: opened.editions,
  })
  const { me } = get()
  const chair = me || lastChair(opened.people)
  if (me !== '') await connection.sitAgain()
  else if (chair !== '') await connection.sit(chair)
  // Whoever may not sit here any more keeps what he has on show.
  if (chair !== '' && !connection.lostSeat) {
    const [rows, memory] = await Promise.all([
      client.stories.budget({ trash: false }),
      me === '' ? client.desk.recall() : null,
    ])
    takeRows({ kind: 'read', hellos, things: rows })
    if (memory) settleDown(chair, memory)
  }
  const { edition, page } = get()
  const current = opened.editions.find(e => e.id === edition) ?? opened.editions[0]
  // Only now: what is pressed before somebody sits at the desk is nobody's, and the newsroom takes it from nobody.
  set({
    status: 'open',
    failure: null,
    edition: current?.id ?? null,
    page: current?.pages.some(p => p.id === page) ? page : (current?.pages[0]?.id ?? null),
  })
}

async function readAnew(): Promise<void> {
  ahead.forget()
  await refresh()
  take({ kind: 'hello' })
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Opens the newsroom and follows its events for as long as the window lives. */
export async function followNewsroom(): Promise<never> {
  connection.watch(up => set({ up }))
  for (;;) {
    try {
      for await (const event of await client.desk.events()) {
        // What was missed while the line was down is read anew.
        if (event.kind === 'hello') await readAnew()
        else take(event)
      }
    } catch (error) {
      const failure = failureOf(error)
      if (get().status !== 'open' && failure.code !== 'window.offline') set({ status: 'failed', failure })
    }
    await pause(300)
  }
}

/** The chair that this window last had: known before the newsroom says who everybody is. */
const chairKey = 'dayang.chair'

/** Whose chair a window takes when it opens: the one it had, else an editor's. Empty in a newsroom of nobody. */
function lastChair(people: readonly Person[]): string {
  const here = people.filter(person => !person.retired)
  const remembered = localStorage.getItem(chairKey)
  const chair =
    here.find(person => person.id === remembered) ??
    here.find(person => person.roles.includes('editor')) ??
    here[0]
  return chair?.id ?? ''
}

/** Somebody sits at the desk; his panel widths, carets and last story come with him. */
function settleDown(personId: string, memory: Readonly<Record<string, unknown>>): void {
  localStorage.setItem(chairKey, personId)
  const { rows, story } = get()
  const last = rows.find(row => row.id === memory['story']) ?? rows[0]
  const opens = story ?? last?.id ?? null
  if (get().status === 'opening' && opens !== null) ahead.ask(opens)
  set({ me: personId, memory, story: opens })
}

const seatPorts = { isUp: () => connection.up, isAllSent, sit: (id: string) => connection.sit(id), pause }

/**
 * Gives this window's seat to somebody; why not, if he cannot have it. `leaving`: what the newsroom has not taken
 * of who sat here is given up.
 */
export async function takeSeat(
  personId: string,
  how: 'whole' | 'leaving' = 'whole',
): Promise<Failure | null> {
  const { me, changingSeat } = get()
  if (personId === me || changingSeat) return null
  set({ changingSeat: true })
  try {
    const wasLost = connection.lostSeat !== null
    const failure = await changeSeat(seatPorts, personId, how)
    if (failure) return failure
    // He sits there already: that his panels are not known is no reason to say otherwise.
    settleDown(personId, await client.desk.recall().catch(() => ({})))
    // Nothing of the desk could be read on this line before. Where that fails, the next hello does it.
    if (wasLost) await readAnew().catch((error: unknown) => console.warn(error))
    return null
  } catch (error) {
    return failureOf(error)
  } finally {
    set({ changingSeat: false })
  }
}

/** Keeps a small value for the person at the desk. Losing one is no harm, so a failure is only logged. */
export function remember(key: string, value: unknown): void {
  const { me, memory, changingSeat } = get()
  if (me === '' || changingSeat) return
  set({ memory: { ...memory, [key]: value } })
  client.desk.remember({ key, value: value as never }).catch((error: unknown) => console.warn(error))
}

export function go(view: View): void {
  set({ view, importing: false })
}

/** Opens a story in the editor, the caret at a place of its text if one is named. */
export function openStory(id: string, caret: StoryPlace | null = null): void {
  const asked = asking(Promise.resolve(id), () => openStory(id, caret))
  set({ story: id, asked, caret, view: 'story', importing: false })
  remember('story', id)
}

let askings = 0

const asking = (
  id: Promise<string | null>,
  again: () => void,
  { key, before }: Pick<AskedStory, 'key' | 'before'> = { key: ++askings, before: get().story },
): AskedStory => ({ key, id, isRefused: false, again, before })

/**
 * Makes a story and opens it. From the moment of asking no other is open: what is typed waits for the new one.
 * Answers what `make` does: null where it failed, which is told already. Whoever asks for another meanwhile gets that.
 */
export async function openMade<T extends { readonly id: string }>(
  make: () => Promise<T | null>,
  askedBefore?: AskedStory,
): Promise<T | null> {
  const made = make()
  const id = made.then(one => one?.id ?? null)
  const asked = asking(id, () => void openMade(make, asked), askedBefore)
  const isAwaited = () => get().asked?.key === asked.key
  set({ story: null, asked, caret: null, view: 'story', importing: false })
  const found = await id
  if (isAwaited() && found !== null) {
    set({ story: found })
    remember('story', found)
  } else if (isAwaited()) {
    set({ asked: { ...asked, isRefused: true } })
  }
  return made
}

/** Gives up a story that could not be made: what stood before it stands again. */
export function giveUpAsked(): void {
  const { asked, story, rows } = get()
  const back = asked?.before ?? null
  set({ asked: null, story: story ?? (rows.some(row => row.id === back) ? back : null) })
}

/** The caret stands where it was to be: from now on it is remembered as ever. */
export const caretStands = (): void => set({ caret: null })

export function chooseEdition(id: string): void {
  const edition = get().editions.find(e => e.id === id)
  set({ edition: id, page: edition?.pages[0]?.id ?? null })
}

/** Chooses an edition that came back from a call, which its event may follow only later. */
export function chooseMade(made: Edition): void {
  const others = get().editions.filter(one => one.id !== made.id)
  const editions = [made, ...others].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : b.number - a.number,
  )
  set({ editions, edition: made.id, page: made.pages[0]?.id ?? null })
}

export const openPage = (id: string): void => set({ page: id, view: 'pages', importing: false })
export const startImport = (): void => set({ importing: true })
export const endImport = (): void => set({ importing: false })

/** Rows that came back from a call, shown without waiting for their event. */
export const showRows = (rows: readonly BudgetRow[]): void => takeRows({ kind: 'told', things: rows })

/** Asks for the trash, which the window then keeps in step until the next hello. Throws as a call does. */
export async function readTrash(): Promise<void> {
  showRows(await client.stories.budget({ trash: true }))
}

/**
 * Shows a change of a plan until the newsroom has answered it. What comes back takes the answer: the row, or null
 * where it was refused; a colleague's later change stands in either case.
 */
export function showEdit(storyId: string, change: Partial<StoryPlan>): (row: BudgetRow | null) => void {
  const key = crypto.randomUUID()
  takeRows({ kind: 'edit', edit: { key, storyId, change } })
  return row => takeRows({ kind: 'settled', key, row })
}

export const useMe = (): Person | undefined => useNewsroom(s => s.people.find(p => p.id === s.me))

export const useEdition = (): Edition | undefined =>
  useNewsroom(s => s.editions.find(e => e.id === s.edition))

export const useRow = (id: string | null): BudgetRow | undefined =>
  useNewsroom(s => s.rows.find(row => row.id === id))
