/** What the newsroom takes from the world, so that a test can give it another. */
export interface World {
  now(): Date
  newId(): string
}

/** The machine's clock and random UUIDs. */
export const realWorld: World = { now: () => new Date(), newId: () => crypto.randomUUID() }
