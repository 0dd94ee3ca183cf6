/** A refusal by the policy. Of the shape of a failed `Result`, so that a service answers it as it is. */
export interface Refused {
  readonly ok: false
  readonly failure: {
    /** actor.none: nobody sits there; actor.left: he has left; actor.may-not: it is not for him. */
    readonly code: 'actor.none' | 'actor.left' | 'actor.may-not'
    readonly message: string
    readonly remedy: string
  }
}

/** `says` without its full stop. */
export const refused = (code: Refused['failure']['code'], says: string, remedy: string): Refused => ({
  ok: false,
  failure: { code, message: `${says}。`, remedy },
})
