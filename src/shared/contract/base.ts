import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failureSchema } from './failure'

/** What the doors must know of a method. */
export interface MethodMeta {
  /** It carries a file, and may be as large as files are (`callBytes`). */
  readonly carriesFile?: boolean
}

/** Bytes of one call. What is larger is cut off at the door, before anybody can say why: windows look first. */
export const callBytes = { most: 25_000_000, mostWithFile: 105_000_000 } as const

/**
 * Every method starts here. An expected failure travels as the typed error EXPECTED with a `Failure` in its
 * data; anything else that throws is a bug and reaches the window as INTERNAL_SERVER_ERROR.
 * No input says who asks: the connection does (`desk.sit`). Every method may fail with `actor.none`, `actor.left` and
 * `actor.may-not`, as the policy says (docs/policy.md).
 */
export const method = oc.$meta<MethodMeta>({}).errors({ EXPECTED: { status: 422, data: failureSchema } })

/** The same for what carries a file. */
export const fileMethod = method.meta({ carriesFile: true })

/** Identifiers are UUIDs made by the newsroom. */
export const idSchema = z.string().min(1).max(64)

/** UTC, ISO 8601 with milliseconds, as the store keeps it. */
export const instantSchema = z.iso.datetime()

/** A calendar day of the paper: YYYY-MM-DD. */
export const daySchema = z.iso.date()

/** Raw bytes as both hosts know them. */
export const blobSchema = z.instanceof(Blob)
