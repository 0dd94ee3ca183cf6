import type { EditionPage } from '../../shared/contract'

type Credits = NonNullable<EditionPage['credits']>

/** 责编 周岚　版面 何青, as the 报眉 prints it. */
export const creditsText = (credits: readonly { readonly role: string; readonly name: string }[]): string =>
  credits.map(({ role, name }) => `${role} ${name}`).join('　')

export type ReadCredits =
  { readonly ok: true; readonly credits: Credits | null } | { readonly ok: false; readonly problem: string }

/**
 * Reads pairs of post and name: 责编 周岚 版面 何青, with spaces, commas or colons between. A two-character name
 * may keep its full-width space (周　岚): a pair then has three parts. Nothing at all means: by role.
 */
export function readCredits(text: string): ReadCredits {
  const words = text
    .replace(/([\p{Script=Han}])\u3000(?=[\p{Script=Han}](?:[\s,，;；、]|$))/gu, '$1\u0001')
    .split(/[\s,，;；、:：]+/u)
    .filter(word => word !== '')
    .map(word => word.replaceAll('\u0001', '\u3000'))
  if (words.length === 0) return { ok: true, credits: null }
  if (words.length % 2 === 1) return { ok: false, problem: '岗位和姓名要成对，如 责编 周岚。' }
  const credits: Credits = []
  for (let at = 0; at < words.length; at += 2) credits.push({ role: words[at]!, name: words[at + 1]! })
  if (credits.length > 6) return { ok: false, problem: '报眉上最多印六个人。' }
  if (credits.some(({ role }) => role.length > 10)) return { ok: false, problem: '岗位最多 10 字。' }
  if (credits.some(({ name }) => name.length > 20)) return { ok: false, problem: '姓名最多 20 字。' }
  return { ok: true, credits }
}
