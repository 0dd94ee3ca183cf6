/** Something that a page keeps, as an older version of the program may have written it. */
export type Stored = Readonly<Record<string, unknown>>

/**
 * What one version of a page's form changed, as functions on the pieces that it touched. Each is given a piece of
 * the form before and gives the piece of its own form. A migration never changes once it was released, so it uses
 * nothing that does: values that it puts in stand in it.
 */
export interface PageMigration {
  /** The form that it brings to; one more than that of the migration before it. */
  readonly format: number
  /** A whole page. Its pieces are brought up after it. */
  readonly layout?: (layout: Stored) => Stored
  readonly paper?: (paper: Stored) => Stored
  /** A whole frame. Its pieces are brought up after it. */
  readonly frame?: (frame: Stored) => Stored
  /** A story frame's head; also where an op sets it alone. */
  readonly head?: (head: Stored) => Stored
  /** A photo inside a story's frame; also where an op sets a frame's photos alone. */
  readonly photo?: (photo: Stored) => Stored
}

type Bring = (piece: Stored) => Stored

/** A layout in the migration's form. What is no object is left for the schema to refuse. */
export function bringLayout(migration: PageMigration, layout: Stored): Stored {
  const page = migration.layout?.(layout) ?? layout
  return inside(page, { paper: migration.paper }, { frames: frame => bringFrame(migration, frame) })
}

/** A change of a page's log, its way back too, in the migration's form. */
export function bringChange(migration: PageMigration, change: Stored): Stored {
  const op = (one: Stored) => bringOp(migration, one)
  return inside(change, {}, { ops: op, undo: op })
}

function bringFrame(migration: PageMigration, frame: Stored): Stored {
  return inside(migration.frame?.(frame) ?? frame, { head: migration.head }, { photos: migration.photo })
}

function bringOp(migration: PageMigration, op: Stored): Stored {
  return inside(
    op,
    {
      frame: frame => bringFrame(migration, frame),
      paper: migration.paper,
      fields: fields => inside(fields, { head: migration.head }, { photos: migration.photo }),
    },
    {},
  )
}

/** An object with some of its fields, and the members of some of its lists, brought up where they are there. */
function inside(
  one: Stored,
  fields: Readonly<Record<string, Bring | undefined>>,
  lists: Readonly<Record<string, Bring | undefined>>,
): Stored {
  const next: Record<string, unknown> = { ...one }
  const bring = (by: Bring, value: unknown) => (isStored(value) ? by(value) : value)
  for (const [key, by] of Object.entries(fields)) if (by && key in one) next[key] = bring(by, one[key])
  for (const [key, by] of Object.entries(lists)) {
    const list = one[key]
    if (by && Array.isArray(list)) next[key] = list.map((value: unknown) => bring(by, value))
  }
  return next
}

/** Whether a value is an object with fields. */
export const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A piece without some of its fields. */
export const without = (one: Stored, keys: readonly string[]): Stored =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !keys.includes(key)))
