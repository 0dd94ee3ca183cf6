import { ORPCError } from '@orpc/server'

/**
 * Writes what nobody expected to standard error. Expected failures, refused input and a caller who hung up are
 * no news.
 */
export async function logBugs<T>(call: { next(): T }): Promise<Awaited<T>> {
  try {
    return await call.next()
  } catch (error) {
    if (!(error instanceof ORPCError && error.status < 500) && !isHangUp(error)) console.error(error)
    throw error
  }
}

const isHangUp = (error: unknown) =>
  error instanceof Error && ('code' in error ? error.code === 'ECONNRESET' : error.name === 'AbortError')

/** Nothing that went wrong unseen ends the newsroom: what is committed stands, and the others go on working. */
export function surviveBugs(): void {
  process.on('uncaughtException', error => console.error(error))
  process.on('unhandledRejection', reason => console.error(reason))
}
