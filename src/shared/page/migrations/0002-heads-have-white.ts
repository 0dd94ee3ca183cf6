import type { PageMigration } from './migration'

/** Heads can take lines of white beyond their own. */
export const headsHaveWhite: PageMigration = { format: 2, head: head => ({ space: 0, ...head }) }
