import { ORPCError } from '@orpc/server'

/** Writes what nobody expected to standard error; expected failures and refused input are no news. */
export async function logBugs<T>(call: { next(): T }): Promise<Awaited<T>> {
  try {
    return await call.next()
  } catch (error) {
    if (!(error instanceof ORPCError && error.status < 500)) console.error(error)
    throw error
  }
}
