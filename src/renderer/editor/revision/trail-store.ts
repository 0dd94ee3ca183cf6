import { getVersion } from 'prosemirror-collab'
import type { Change } from 'prosemirror-changeset'
import type { EditorView } from 'prosemirror-view'
import { create } from 'zustand'
import type { Failure, StoryTrail } from '../../../shared/contract'
import { mostAccepted } from '../../../shared/contract/trails'
import type { Hand } from '../../../shared/story/trail/trail'
import { client, failureOf } from '../../newsroom/client'
import { settleable, setTrail, trailFits } from './revision-state'

/** Who keeps the trail of the story on the sheet, whether it is under 修订, and why something did not come off. */
export const useTrail = create<{
  readonly keeper: TrailKeeper | null
  readonly storyId: string | null
  readonly isOn: boolean
  readonly failure: Failure | null
}>(() => ({ keeper: null, storyId: null, isOn: false, failure: null }))

const tries = 40
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Keeps the editor's trail and the newsroom's together. A trail can only be put in while both stand at one version
 * of the log, so under somebody's typing it is asked for again.
 */
export class TrailKeeper {
  #closed = false

  constructor(
    readonly storyId: string,
    private readonly view: EditorView,
    /** Whether the newsroom has all that was typed here. */
    private readonly isSent: () => boolean,
  ) {
    useTrail.setState({ keeper: this, storyId, isOn: false, failure: null })
  }

  async open(): Promise<void> {
    try {
      await this.#put(() => client.trails.open({ storyId: this.storyId }))
    } catch (error) {
      this.#say(failureOf(error))
    }
  }

  /** What an event brought. */
  async take(trail: StoryTrail | null): Promise<void> {
    if (trail && !trailFits(this.view.state, trail)) return this.open()
    this.#show(trail)
  }

  async begin(): Promise<void> {
    await this.#attempt(() => client.trails.begin({ storyId: this.storyId }))
  }

  async end(): Promise<void> {
    try {
      await client.trails.end({ storyId: this.storyId })
      this.#show(null)
    } catch (error) {
      this.#say(failureOf(error))
    }
  }

  /** 采纳: waits until the newsroom has what was typed, so that both speak of the same places. */
  async accept(pick: (change: Change<Hand>) => boolean): Promise<void> {
    await this.#attempt(async () => {
      for (let n = 0; n < tries && !this.isSent(); n++) await pause(50)
      const { storyId } = this
      const changes = settleable(this.view.state).filter(pick)
      const version = getVersion(this.view.state)
      if (changes.length === 0) return client.trails.open({ storyId })
      const places = changes.map(({ fromB, toB }) => ({ fromB, toB }))
      let trail: StoryTrail | null = null
      for (let from = 0; from < places.length; from += mostAccepted) {
        trail = await client.trails.accept({
          storyId,
          version,
          changes: places.slice(from, from + mostAccepted),
        })
      }
      return trail
    })
  }

  close(): void {
    this.#closed = true
    if (useTrail.getState().keeper === this) {
      useTrail.setState({ keeper: null, storyId: null, isOn: false, failure: null })
    }
  }

  async #attempt(work: () => Promise<StoryTrail | null>): Promise<void> {
    try {
      await this.#put(work)
    } catch (error) {
      const failure = failureOf(error)
      this.#say(failure)
      // The story went on meanwhile: what is drawn is put right.
      if (failure.code.startsWith('trail.')) await this.open()
    }
  }

  async #put(ask: () => Promise<StoryTrail | null>): Promise<void> {
    let trail = await ask()
    for (let n = 0; n < tries; n++) {
      if (this.#closed) return
      if (trail === null || trailFits(this.view.state, trail)) {
        this.#show(trail)
        return
      }
      await pause(50)
      if (n % 4 === 3) trail = await client.trails.open({ storyId: this.storyId })
    }
  }

  #show(trail: StoryTrail | null): void {
    if (this.#closed || this.view.isDestroyed) return
    this.view.dispatch(setTrail(this.view.state.tr, trail))
    useTrail.setState({ storyId: this.storyId, isOn: trail !== null, failure: null })
  }

  #say(failure: Failure): void {
    if (!this.#closed) useTrail.setState({ storyId: this.storyId, failure })
  }
}
