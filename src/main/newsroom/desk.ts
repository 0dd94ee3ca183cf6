import { done, failed, type Result } from '../../shared/contract/failure'
import type { CaretPlace, Edition, NewsroomEvent, Person } from '../../shared/contract'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import { allEditions } from '../store/editions'
import { recall, remember } from '../store/memory'
import { readMeta } from '../store/meta'
import { allPeople } from '../store/people'
import { transact, type Tables } from '../store/transact'
import type { EventHub, Hearer } from './events'

/** The paper that the newsroom makes. */
export interface PaperName {
  readonly name: string
  /** IANA zone: Asia/Shanghai. */
  readonly timeZone: string
}

/** Length of a remembered value as JSON. */
const mostRemembered = 200_000

/** What a window needs to stand up, what it is told, and what it remembers for whoever sits at it. */
export class Desk {
  constructor(
    private readonly tables: Tables,
    private readonly hub: EventHub,
    private readonly folder: string,
  ) {}

  async open(): Promise<{ paper: PaperName; people: Person[]; editions: Edition[]; folder: string }> {
    return {
      paper: await this.paper(),
      people: await allPeople(this.tables),
      editions: await allEditions(this.tables),
      folder: this.folder,
    }
  }

  async paper(): Promise<PaperName> {
    return JSON.parse((await readMeta(this.tables, 'paper'))!) as PaperName
  }

  /** What whoever sits at a window may know of, from now on. */
  events(hearer: Hearer, signal?: AbortSignal): AsyncGenerator<NewsroomEvent, void, void> {
    return this.hub.subscribe(hearer, signal)
  }

  /** Tells the windows where somebody's caret is; nothing of it is kept. */
  here(actor: Actor, place: Omit<CaretPlace, 'personId'>): void {
    this.hub.emit(theDesk, { kind: 'here', place: { ...place, personId: actor.id } })
  }

  /** What the desk remembers for whoever asks. */
  recall(actor: Actor): Promise<Record<string, unknown>> {
    return recall(this.tables, actor.id)
  }

  /** Fails with desk.too-much for a value that is no small thing. */
  async remember(actor: Actor, key: string, value: unknown): Promise<Result<void>> {
    if (JSON.stringify(value).length > mostRemembered) {
      return failed('desk.too-much', '要记的内容太大，没有记下。', '这不影响稿件，请接着用。')
    }
    return transact(this.tables, async (tables): Promise<Result<void>> => {
      await remember(tables, actor.id, key, value)
      return done(undefined)
    })
  }
}
