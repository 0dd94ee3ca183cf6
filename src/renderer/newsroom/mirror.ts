/**
 * What a window knows of the newsroom's things of one kind. They come in two ways that overtake one another, events
 * and answers; of two tellings of a thing the newer one stands, however they come. Plain data.
 */
export interface Mirror<T> {
  /** How often the newsroom has said hello: what was asked before the last one may lack what was missed. */
  readonly hellos: number
  /** The newest of each thing that was told since that hello, by id. */
  readonly told: ReadonlyMap<string, T>
  /** What was known before it: on show until everything has been read anew, and older than whatever is told. */
  readonly before: ReadonlyMap<string, T>
}

/** What comes in. */
export type Telling<T> =
  /** The line stands, again perhaps: anything may have happened meanwhile, and be told in no event. */
  | { readonly kind: 'hello' }
  /** An event, or the answer to a call of this window's own. */
  | { readonly kind: 'told'; readonly things: readonly T[] }
  /** Everything, as it was answered to whoever asked after so many hellos. */
  | { readonly kind: 'read'; readonly hellos: number; readonly things: readonly T[] }

/** What must be known of a kind of things. */
export interface MirrorRule<T> {
  idOf(thing: T): string
  /** Whether a telling of a thing is newer than another of the same thing. */
  isNewer(thing: T, than: T): boolean
}

export const emptyMirror = <T>(): Mirror<T> => ({ hellos: 0, told: new Map(), before: new Map() })

/** The one way in: how a mirror follows what is told. Answers the same mirror where nothing is new. */
export function mirrored<T>(rule: MirrorRule<T>, mirror: Mirror<T>, telling: Telling<T>): Mirror<T> {
  switch (telling.kind) {
    case 'hello':
      return { hellos: mirror.hellos + 1, told: new Map(), before: knownIn(mirror) }
    case 'told':
      return withTold(rule, mirror, telling.things)
    case 'read':
      // Asked before the last hello: it may say again what was missed since, and is asked for once more.
      if (telling.hellos !== mirror.hellos) return mirror
      // What was told since and is not in the answer is newer than the answer, or about to be told again.
      return { ...withTold(rule, mirror, telling.things), before: new Map() }
  }
}

/** Everything that the mirror knows, by id. */
export function knownIn<T>({ told, before }: Mirror<T>): ReadonlyMap<string, T> {
  return before.size === 0 ? told : new Map([...before, ...told])
}

function withTold<T>(rule: MirrorRule<T>, mirror: Mirror<T>, things: readonly T[]): Mirror<T> {
  const told = new Map(mirror.told)
  let isNew = false
  for (const thing of things) {
    const id = rule.idOf(thing)
    const known = told.get(id)
    if (known !== undefined && !rule.isNewer(thing, known)) continue
    told.set(id, thing)
    isNew = true
  }
  return isNew ? { ...mirror, told } : mirror
}
