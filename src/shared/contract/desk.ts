import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, method } from './base'
import { cutRequestSchema } from './cut-requests'
import { editionSchema } from './editions'
import { storyNotesSchema } from './notes'
import { loggedPageChangeSchema } from '../page/log/logged'
import { signatureTellingSchema } from './pages'
import { personSchema } from './people'
import { caretPlaceSchema } from './presence'
import { storyTrailSchema } from './trails'
import { budgetRowSchema } from '../budget/budget-row'
import { loggedStepSchema } from './stories'

export const paperSchema = z.object({ name: z.string(), timeZone: z.string() })

/** What happens in the newsroom, told to every window as it is committed. */
export const newsroomEventSchema = z.discriminatedUnion('kind', [
  /** Steps taken into a story's log. */
  z.object({ kind: z.literal('steps'), id: idSchema, steps: z.array(loggedStepSchema) }),
  /** Budget rows added or changed, trashed ones too. */
  z.object({ kind: z.literal('rows'), rows: z.array(budgetRowSchema) }),
  z.object({ kind: z.literal('people'), people: z.array(personSchema) }),
  /** All editions as they are now, and which of them was added, changed or taken away. */
  z.object({ kind: z.literal('editions'), editions: z.array(editionSchema), changed: idSchema }),
  /** Changes taken into a page's log. */
  z.object({ kind: z.literal('page'), pageId: idSchema, changes: z.array(loggedPageChangeSchema) }),
  /** A page was signed or unsigned, or its signature has become void or good again. */
  signatureTellingSchema.extend({ kind: z.literal('signature') }),
  /** Papers, templates or fault settings changed: ask anew. */
  z.object({ kind: z.literal('pageSettings') }),
  z.object({ kind: z.literal('cutRequest'), request: cutRequestSchema }),
  /** 修订 of a story began, was settled in part, or has ended. */
  z.object({ kind: z.literal('trail'), storyId: idSchema, trail: storyTrailSchema.nullable() }),
  /** A note of a story was written, answered, settled or taken up again: all of them, as they are now. */
  z.object({ kind: z.literal('notes'), notes: storyNotesSchema }),
  /** Somebody's caret has moved. Kept nowhere. */
  z.object({ kind: z.literal('here'), place: caretPlaceSchema }),
  /** First event of every stream: the window reads what it may have missed. */
  z.object({ kind: z.literal('hello') }),
])
export type NewsroomEvent = z.infer<typeof newsroomEventSchema>

export const desk = {
  /** What a window needs to stand up. */
  open: method.output(
    z.object({
      paper: paperSchema,
      people: z.array(personSchema),
      editions: z.array(editionSchema),
      /** Where the data lie on this machine, shown in 资料. */
      folder: z.string(),
    }),
  ),
  events: method.output(eventIterator(newsroomEventSchema)),
  /**
   * Takes a seat: from now on this connection speaks for that person. Fails with `person.unknown`, `actor.left`; who
   * sat there before stays then.
   */
  sit: method.input(z.object({ personId: idSchema })),
  /** Leaves the seat; what a connection without one may ask is the policy's (docs/policy.md). */
  leave: method,
  /** What the desk remembers for whoever sits there: panel widths, last story, carets. Small JSON values by key. */
  recall: method.output(z.record(z.string(), z.unknown())),
  remember: method.input(z.object({ key: z.string().min(1).max(200), value: z.json() })),
}
