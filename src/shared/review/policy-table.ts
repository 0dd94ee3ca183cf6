import { policy, type Rule } from './policy'
import { roleNames, type Role } from './roles'

const columns = ['chief', 'editor', 'layout', 'reporter', 'proofreader', 'correspondent'] as const

/** The policy as rows of a Markdown table, one an act. */
export function policyTable(): string {
  const head = [
    'Method',
    'What it is',
    ...columns.map(role => roleNames[role]),
    'Nobody seated',
    'Refused when',
  ]
  const rows = Object.entries<Rule<never>>(policy).map(([act, { what, who, limits }]) => [
    `\`${act}\``,
    what,
    ...columns.map(role => mark(who === 'anyone' || (who as readonly Role[]).includes(role))),
    mark(who === 'anyone'),
    limits.map(limit => limit.says).join('；'),
  ])
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

const mark = (isAllowed: boolean) => (isAllowed ? '✓' : '')
