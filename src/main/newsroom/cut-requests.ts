import { done, failed, type Result } from '../../shared/contract/failure'
import type { CutPassage, CutRequest } from '../../shared/contract'
import type { Actor } from '../../shared/review/actor'
import { theDesk } from '../../shared/review/audience'
import { addCutRequest, findCutRequest, openCutRequests, settleCutRequest } from '../store/cut-requests'
import { findPage } from '../store/editions'
import { findStory } from '../store/stories'
import { transact, type Tables } from '../store/transact'
import { unknownStory } from './authority'
import type { EventHub } from './events'
import { unknownPage } from './page-authority'
import type { World } from './world'

/** 请删: what the layout desk asks a story's editor to cut. The editor cuts; here is only what was asked. */
export class CutRequests {
  constructor(
    private readonly tables: Tables,
    private readonly events: EventHub,
    private readonly world: World,
  ) {}

  open(): Promise<CutRequest[]> {
    return openCutRequests(this.tables)
  }

  /** Fails with story.unknown, page.unknown or cut.empty. */
  async ask(
    actor: Actor,
    order: {
      storyId: string
      pageId: string | null
      lines: number
      cuts: CutPassage[]
    },
  ): Promise<Result<CutRequest>> {
    const asked = await transact(this.tables, async (tables): Promise<Result<CutRequest>> => {
      const { storyId, pageId, lines, cuts } = order
      if (!(await findStory(tables, storyId))) return unknownStory()
      if (pageId !== null && !(await findPage(tables, pageId))) return unknownPage()
      if (cuts.some(cut => cut.end <= cut.start)) {
        return failed('cut.empty', '有一处要删的文字是空的，没有送出。', '请重新选要删的地方。')
      }
      const request: CutRequest = {
        id: this.world.newId(),
        storyId,
        pageId,
        by: actor.id,
        at: this.world.now().toISOString(),
        lines,
        cuts,
        state: 'open',
        settledBy: null,
        settledAt: null,
      }
      await addCutRequest(tables, request)
      return done(request)
    })
    if (asked.ok) this.events.emit(theDesk, { kind: 'cutRequest', request: asked.value })
    return asked
  }

  /**
   * Settles a request. Settled in the same way again, it is answered as it stands. Fails with cut.unknown,
   * cut.settled.
   */
  async settle(
    actor: Actor,
    order: { id: string; state: 'taken' | 'declined' },
  ): Promise<Result<CutRequest>> {
    const settled = await transact(
      this.tables,
      async (tables): Promise<Result<{ request: CutRequest; isNew: boolean }>> => {
        const request = await findCutRequest(tables, order.id)
        if (!request) return failed('cut.unknown', '没有找到这条请删。', '请刷新后再看。')
        if (request.state === order.state) return done({ request, isNew: false })
        if (request.state !== 'open') {
          const was = request.state === 'taken' ? '已经删了' : '已经说过不删'
          return failed('cut.settled', `这条请删${was}，没有改动。`, '要再删，请重新送一条。')
        }
        const change = {
          state: order.state,
          settledBy: actor.id,
          settledAt: this.world.now().toISOString(),
        }
        await settleCutRequest(tables, order.id, change)
        return done({ request: { ...request, ...change }, isNew: true })
      },
    )
    if (!settled.ok) return settled
    const { request, isNew } = settled.value
    if (isNew) this.events.emit(theDesk, { kind: 'cutRequest', request })
    return done(request)
  }
}
