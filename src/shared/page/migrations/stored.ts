import type { z } from 'zod'
import { pageChangeSchema, type PageChange } from '../changes/page-change'
import { pageLayoutSchema, type PageLayout } from '../layout'
import { pageMigrations } from '.'
import { bringChange, bringLayout, isStored, type PageMigration, type Stored } from './migration'
import { paperSchema, type Paper } from '../paper'

/**
 * Layouts, changes and papers as they are kept in rows and files: each says the format in which it was written,
 * and is read by the migrations since. What no migration makes readable is null: the caller says so to its user.
 */

/** The format that is written. */
export const pageFormat = pageMigrations.at(-1)!.format

/** As it is to be kept. */
export const toStored = <T extends object>(one: T): T & { readonly format: number } => ({
  ...one,
  format: pageFormat,
})

/** A layout as it was kept. */
export const readLayout = (stored: unknown): PageLayout | null =>
  readWith(pageLayoutSchema, stored, bringLayout)

/** A change of a page's log as it was kept. */
export const readChange = (stored: unknown): PageChange | null =>
  readWith(pageChangeSchema, stored, bringChange)

/** A paper as it was kept. */
export const readPaper = (stored: unknown): Paper | null =>
  readWith(paperSchema, stored, (migration, paper) => migration.paper?.(paper) ?? paper)

function readWith<T>(
  schema: z.ZodType<T>,
  stored: unknown,
  bring: (migration: PageMigration, one: Stored) => Stored,
): T | null {
  if (!isStored(stored)) return null
  const { format = 0, ...one } = stored
  // What a newer version wrote may mean something else than it seems to.
  if (typeof format !== 'number' || format > pageFormat) return null
  const upgraded = pageMigrations
    .filter(migration => migration.format > format)
    .reduce((last, migration) => bring(migration, last), one as Stored)
  const parsed = schema.safeParse(upgraded)
  return parsed.success ? parsed.data : null
}
