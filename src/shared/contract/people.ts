import { z } from 'zod'
import { bySchema, idSchema, method } from './base'

/** 记者 编辑 主编 版面 校对 通讯员 */
export const roleSchema = z.enum(['reporter', 'editor', 'chief', 'layout', 'proofreader', 'correspondent'])
export type Role = z.infer<typeof roleSchema>

export const roleNames: Readonly<Record<Role, string>> = {
  reporter: '记者',
  editor: '编辑',
  chief: '主编',
  layout: '版面',
  proofreader: '校对',
  correspondent: '通讯员',
}

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
    .input(bySchema.extend({ person: personSchema.extend({ id: idSchema.nullable() }) }))
    .output(personSchema),
}
