import { z } from 'zod'

/** What somebody does at the paper. One person may do several things. */
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
