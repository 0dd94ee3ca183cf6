/**
 * Where a connection to the newsroom sits, told by its door: empty, or a person's. What he may do is looked up at
 * every call, so whoever has left the paper meanwhile is refused at once.
 */
export class Seat {
  constructor(private person: string | null = null) {}

  get personId(): string | null {
    return this.person
  }

  take(personId: string): void {
    this.person = personId
  }

  leave(): void {
    this.person = null
  }
}

/** What a door gives the router with each call. */
export interface Connection {
  readonly seat: Seat
}

/** A connection that has just come in: nobody sits there. */
export const newConnection = (): Connection => ({ seat: new Seat() })
