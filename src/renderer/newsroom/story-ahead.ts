import type { NewsroomEvent, OpenedStory } from '../../shared/contract'

/**
 * The story that a window opens with, asked for before there is a sheet for it. What was answered is used once, and not
 * where somebody has written in the story since: then it is asked for again.
 */
export class StoryAhead {
  #asked: { readonly id: string; readonly answer: Promise<OpenedStory> } | null = null

  constructor(private readonly open: (id: string) => Promise<OpenedStory>) {}

  ask(id: string): void {
    const answer = this.open(id)
    // Whoever opens the story hears of it.
    answer.catch(() => undefined)
    this.#asked = { id, answer }
  }

  hear(event: NewsroomEvent): void {
    if (event.kind === 'steps' && event.id === this.#asked?.id) this.#asked = null
  }

  /** What was asked for may have been overtaken unheard: the line was down. */
  forget(): void {
    this.#asked = null
  }

  opened(id: string): Promise<OpenedStory> {
    const asked = this.#asked
    this.#asked = null
    return asked?.id === id ? asked.answer : this.open(id)
  }
}
