/** A refusal by the policy. Of the shape of a failed `Result`, so that a service answers it as it is. */
export interface Refused {
  readonly ok: false
  /** What stands in the way, without its full stop: the title of a button that is quiet. */
  readonly why: string
  readonly failure: {
    /** actor.none: nobody sits there; actor.left: he has left; actor.may-not: it is not for him. */
    readonly code: 'actor.none' | 'actor.left' | 'actor.may-not'
    readonly message: string
    readonly remedy: string
  }
}

/** `why` without its full stop, then what became of what was asked. */
export const refused = (
  code: Refused['failure']['code'],
  why: string,
  outcome: string,
  remedy: string,
): Refused => ({ ok: false, why, failure: { code, message: `${why}，${outcome}。`, remedy } })
