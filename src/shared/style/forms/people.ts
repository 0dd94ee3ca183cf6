import { hasSurname, isName, namesRunTogether } from './personal-names'
import { deeds, likelyOrganisation, organisation, posts, runInMarks } from './signing-words'

/**
 * The people that a dateline, byline or credit names, as fields: （本报记者　刘岩松　通讯员　曾　强） is two
 * people with their posts. They feed the budget, the byline and the fee sheet; the text stays as it was typed.
 */
export interface NamedPerson {
  /** Without spaces inside: 曾强. For an organisation its whole name. */
  readonly name: string
  /** What the line calls them: 记者, 通讯员, 实习生 …; '' where it says nothing. */
  readonly post: string
  readonly isOrganisation: boolean
  /** Whether they wrote, and whether they took the pictures. */
  readonly writes: boolean
  readonly pictures: boolean
}

interface Token {
  readonly kind: 'post' | 'deed' | 'label' | 'name' | 'organisation'
  readonly value: string
  readonly writes?: boolean
  readonly pictures?: boolean
}

/**
 * The people of a line, in its order; null where it is not made of posts, names and deeds alone. Brackets and
 * run-in markers (□) round it do not matter.
 *
 * Rules: a post stands before those it speaks of, up to the next post or 、-less break; a deed stands after them
 * (史婉 摄) or, with a stroke or colon, before them (文/王倩茹 图/史婉). Two single characters with a space between
 * are one name (曾　强). Real strings: newsroom.md section 4.
 */
export function peopleIn(line: string): readonly NamedPerson[] | null {
  const inner = line
    .trim()
    .replace(/^[（(【]([^（）()【】]*)[）)】]$/u, '$1')
    .replace(new RegExp(`^[${runInMarks}]\\s*`, 'u'), '')
    .replace(/^本版(?:图片|照片|摄影)(?:除署名外)?(?:均)?(?:由|为)?/u, '')
    .replaceAll('／', '/')
  const tokens = tokensOf(inner)
  if (tokens === null || !tokens.some(token => token.kind === 'name' || token.kind === 'organisation'))
    return null

  const people: NamedPerson[] = []
  let post = ''
  let label: Token | null = null
  // Those since the last deed, to whom the next one speaks.
  let open = 0
  for (const token of tokens) {
    switch (token.kind) {
      case 'post':
        post = token.value
        break
      case 'label':
        label = token
        open = people.length
        break
      case 'deed': {
        const { writes = true, pictures = false } = token
        for (let at = open; at < people.length; at++) people[at] = { ...people[at]!, writes, pictures }
        open = people.length
        label = null
        post = ''
        break
      }
      case 'name':
      case 'organisation':
        people.push({
          name: token.value,
          post,
          isOrganisation: token.kind === 'organisation',
          writes: label?.writes ?? true,
          pictures: label?.pictures ?? false,
        })
    }
  }
  return people
}

/** Whether a line says what was done (摄影报道, 供稿, 文/图), besides naming who. */
export const saysDeed = (line: string): boolean =>
  tokensOf(line.trim().replaceAll('／', '/'))?.some(({ kind }) => kind === 'deed' || kind === 'label') ??
  false

/** Parts a line into posts, names, organisations and deeds; null where anything else stands in it. */
function tokensOf(line: string): readonly Token[] | null {
  const words = line.split(/[\s\u3000、，,;；]+/u).filter(word => word !== '')
  const tokens: Token[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const next = words[at + 1]
    // 曾　强: the space belongs to the name. 文 and 图 alone are deeds, not half a name.
    if (isOneHan(word) && next !== undefined && isOneHan(next) && !deedOf(next) && hasSurname(word)) {
      tokens.push({ kind: 'name', value: word + next })
      at++
      continue
    }
    const certain = tokens.at(-1)?.kind === 'post' || (next !== undefined && deedOf(next) !== null)
    const found = wordTokens(word, certain)
    if (found === null) {
      // 司　伟摄: the second half of a name with its deed behind it.
      const split = next === undefined ? null : deedAtEnd(next)
      if (isOneHan(word) && split && isOneHan(split.before) && hasSurname(word)) {
        tokens.push({ kind: 'name', value: word + split.before }, split.deed)
        at++
        continue
      }
      return null
    }
    tokens.push(...found)
  }
  return tokens
}

/** The tokens of one word; `isCertain`: a post stands before it or a deed behind, so that it must be a name. */
function wordTokens(word: string, isCertain: boolean): Token[] | null {
  const deed = deedOf(word)
  if (deed) return [deed]
  // 文/王倩茹, 摄影：史婉
  const labelled = /^(文|图|摄|摄影|图片|文字|供图|撰文)[/:：](.+)$/u.exec(word)
  if (labelled) {
    const pictures = /图|摄/u.test(labelled[1]!)
    const rest = wordTokens(labelled[2]!, false)
    return rest && [{ kind: 'label', value: labelled[1]!, writes: !pictures, pictures }, ...rest]
  }
  for (const [printed, post] of posts) {
    if (!word.startsWith(printed)) continue
    const rest = word.slice(printed.length).replace(/^[:：/]/u, '')
    const token: Token = { kind: 'post', value: post }
    if (rest === '') return [token]
    // Set together (记者张三) a name must be one by its surname: 记者节快乐 names nobody.
    const found = wordTokens(rest, hasSurname(rest))
    return found && [token, ...found]
  }
  const split = deedAtEnd(word)
  const before = split ? split.before.replace(/[/:：]$/u, '') : word
  if (before === '') return null
  const named = namesOf(before, isCertain || split !== null)
  if (named === null) return null
  return split ? [...named, split.deed] : named
}

/** A word that is a name, names set together (董自军邢永臣), or an organisation. */
function namesOf(word: string, isCertain: boolean): Token[] | null {
  if (isName(word)) return [{ kind: 'name', value: word }]
  const ending = isCertain ? likelyOrganisation : organisation
  if (ending.test(word) && /^[\p{Script=Han}A-Za-z0-9·]{3,20}$/u.test(word)) {
    return [{ kind: 'organisation', value: word }]
  }
  if (!isCertain) return null
  if (namesRunTogether(word)) {
    const parts = partNames(word)
    if (parts) return parts.map(value => ({ kind: 'name', value }))
  }
  // After a post a short word is a name even where the surname is rare.
  return /^\p{Script=Han}{2,3}$/u.test(word) ? [{ kind: 'name', value: word }] : null
}

/** The one way to part names that stand without anything between them; null where there are several. */
function partNames(text: string): string[] | null {
  const ways: string[][] = []
  const walk = (at: number, names: string[]) => {
    if (ways.length > 1) return
    if (at === text.length) {
      ways.push(names)
      return
    }
    for (const length of [3, 2]) {
      const name = text.slice(at, at + length)
      if (name.length === length && isName(name)) walk(at + length, [...names, name])
    }
  }
  walk(0, [])
  return ways.length === 1 ? ways[0]! : null
}

function deedOf(word: string): Token | null {
  const found = deeds.find(([printed]) => printed === word)
  return found ? { kind: 'deed', value: found[0], writes: found[1], pictures: found[2] } : null
}

/** 董自军摄影报道: the deed behind the names of one word. */
function deedAtEnd(word: string): { readonly before: string; readonly deed: Token } | null {
  // 文 and 图 end names (王文), so a deed of one character needs 摄 or a stroke before it (王倩茹/文).
  const found = deeds.find(
    ([printed]) =>
      word.length > printed.length &&
      word.endsWith(printed) &&
      (printed.length > 1 || printed === '摄' || word.at(-2) === '/'),
  )
  if (!found) return null
  const deed: Token = { kind: 'deed', value: found[0], writes: found[1], pictures: found[2] }
  return { before: word.slice(0, word.length - found[0].length), deed }
}

const isOneHan = (word: string) => /^\p{Script=Han}$/u.test(word)
