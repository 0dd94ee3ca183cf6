import { z } from 'zod'

/** An expected failure: what happened and what to do, in the user's words, under a code that never changes. */
export const failureSchema = z.object({
  /** `room.what`, for example `intake.too-large`. */
  code: z.string(),
  /** What happened, and that nothing was lost. */
  message: z.string(),
  /** What to do next. */
  remedy: z.string(),
})
export type Failure = Readonly<z.infer<typeof failureSchema>>

/** The outcome of something that may fail as expected. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

export const failed = (code: string, message: string, remedy: string): Result<never> => ({
  ok: false,
  failure: { code, message, remedy },
})

/** The newsroom's own trouble, which passes without anything being asked otherwise: a disk that is full. */
const passing: ReadonlySet<string> = new Set([
  'store.full',
  'store.read-only',
  'store.cannot-open',
  'store.busy',
  'store.disk',
])

/** Whether the same may well be done a little later. */
export const passesByItself = ({ code }: Failure): boolean => passing.has(code)
