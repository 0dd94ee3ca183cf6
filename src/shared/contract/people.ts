import { z } from 'zod'
import { roleSchema } from '../review/roles'
import { idSchema, method } from './base'

export const personSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1, '姓名不能空着').max(20, '姓名最多 20 字'),
  roles: z.array(roleSchema).min(1, '至少选一个岗位'),
  /** #RRGGBB, the person's own colour wherever his hand shows. */
  colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/),
  /** Left the paper: keeps his name on what he did, no longer sits at the desk. */
  retired: z.boolean(),
})
export type Person = z.infer<typeof personSchema>

export const people = {
  list: method.output(z.array(personSchema)),
  /** Adds a person (no id) or changes one. */
  save: method
    .input(z.object({ person: personSchema.extend({ id: idSchema.nullable() }) }))
    .output(personSchema),
}
