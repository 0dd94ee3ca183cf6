import type { BrowserContext, WebSocketRoute } from '@playwright/test'

/** The lines of every window to the newsroom, to be cut and mended. */
export class Lines {
  #isCut = false
  readonly #open = new Set<WebSocketRoute>()

  async watch(context: BrowserContext): Promise<void> {
    await context.routeWebSocket(/\/rpc$/, line => {
      if (this.#isCut) {
        void line.close()
        return
      }
      line.connectToServer()
      this.#open.add(line)
    })
  }

  async cut(): Promise<void> {
    this.#isCut = true
    for (const line of this.#open) await line.close()
    this.#open.clear()
  }

  mend(): void {
    this.#isCut = false
  }
}
