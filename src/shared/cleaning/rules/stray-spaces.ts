import { isName } from '../../style/forms/personal-names'
import { isHan } from '../line-width'
import type { EditGroup } from '../pen'
import { spaces } from '../words'

const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char) && !isHan(char)
const isMark = (char: string) => /[，。、；：！？“”‘’（）《》〈〉【】…]/u.test(char)

/** What is left of a stretch of spaces between two characters; `isTitle`: in a headline a space is a mark of its own. */
function kept(run: string, text: string, from: number, to: number, isTitle: boolean): string {
  const before = /.$/su.exec(text.slice(Math.max(0, from - 2), from))?.[0] ?? ''
  const after = String.fromCodePoint(text.codePointAt(to) ?? 0)
  // A space at an edge is an indent that was kept.
  if (before === '' || to === text.length || before === '\n' || after === '\n') return run
  const plain = run.includes('\u3000') ? run.replace(/[^\u3000 ]/gu, '') : run.replace(/[^ ]+/gu, ' ')
  if (isMark(before) || isMark(after)) {
    // ？ and ！ part the halves of a headline together with a space.
    return isTitle && !/[“‘（《〈【]/u.test(before) && !/[，。、；：！？”’）》〉】]/u.test(after) ? plain : ''
  }
  if (run.includes('\u3000')) return plain
  if (isHan(before) && isHan(after)) return isTitle || keepsApart(text, from, to, run) ? plain : ''
  if ((isHan(before) && isWord(after)) || (isWord(before) && isHan(after))) {
    if (!isTitle) return ''
    // 增收 3 万元: spaces on both sides of a number say nothing; one side may be the headline's own.
    return isRoundNumber(text, from, to) ? '' : plain
  }
  return plain
}

/** Names in a row and the words of a slogan or list are parted on purpose; anything else between Han is stray. */
function keepsApart(text: string, from: number, to: number, run: string): boolean {
  if (run.length > 1) return true
  const left = /\p{Script=Han}+$/u.exec(text.slice(Math.max(0, from - 12), from))?.[0] ?? ''
  const right = /^\p{Script=Han}+/u.exec(text.slice(to, to + 12))?.[0] ?? ''
  if (isName(left) && isName(right)) return true
  const isShort = (word: string) => word.length >= 2 && word.length <= 4
  if (isShort(left) && isShort(right)) return true
  const space = new RegExp(`^${spaces}$`, 'u')
  return (
    (isShort(left) && space.test(text.charAt(from - left.length - 1))) ||
    (isShort(right) && space.test(text.charAt(to + right.length)))
  )
}

function isRoundNumber(text: string, from: number, to: number): boolean {
  const behind = new RegExp(`^[0-9][0-9.,%]*${spaces}+\\p{Script=Han}`, 'u').test(text.slice(to, to + 24))
  const ahead = new RegExp(`\\p{Script=Han}${spaces}+[0-9][0-9.,%]*$`, 'u').test(
    text.slice(Math.max(0, from - 24), from),
  )
  return behind || ahead
}

/** Spaces that justified setting and typing habits left: a newspaper sets none beside marks, figures and Latin words. */
export function dropStraySpaces(text: string, isTitle: boolean): EditGroup[] {
  return [...text.matchAll(new RegExp(`${spaces}+`, 'gu'))].flatMap((found): EditGroup[] => {
    const from = found.index
    const to = from + found[0].length
    const put = kept(found[0], text, from, to, isTitle)
    return put === found[0] ? [] : [{ kind: 'space-removed', edits: [{ from, to, put }] }]
  })
}
