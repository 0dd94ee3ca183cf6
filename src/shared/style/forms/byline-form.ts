import { peopleIn, saysDeed, type NamedPerson } from './people'
import { readSignature } from './signature'
import { oneOf, posts, runInMarks } from './signing-words'

/** A byline as it was read. */
export interface ReadByline {
  /** As the house writes it. */
  readonly form: string
  /** Whom it names, in its order. */
  readonly people: readonly NamedPerson[]
}

/**
 * A byline, whoever wrote it down: the one place that says its form and whom it names. Null where it is none.
 * - Names stand in full-width brackets, a space between them and round their posts: （记者 张三 通讯员 李四）. The
 *   full-width space of a name of two characters is its own (曾　强).
 * - What says a deed stands without brackets, as it was written: 郭佳丽 摄影报道, 文/王倩茹 图/史婉, 县委宣传部 供稿.
 * - Marks and labels that only say that this is a byline go: □王倩茹, 作者：王倩茹, 文/王倩茹.
 * - Two or three characters alone are a name, also where they are a word (江南) or no surname (小草).
 * From what county pages print and what is handed in (house-style: form.byline-bracket; 署名 strings of the trade).
 */
export function readByline(text: string): ReadByline | null {
  const inner = bare(text.trim())
  const people = peopleIn(inner)
  if (people && saysDeed(inner)) return { form: spaced(inner.replaceAll('／', '/')), people }
  if (people) return { form: `（${houseNames(inner) ?? inner}）`, people }
  const signature = readSignature(`（${inner}）`)
  if (!signature || signature.pictures) return null
  const isOneName = /^\p{Script=Han}{2,3}$/u.test(inner)
  const name = { name: inner, post: '', isOrganisation: false, writes: true, pictures: false }
  return { form: `（${inner}）`, people: isOneName ? [name] : [] }
}

/** A byline in the house's form. What is none stays as it is; only its brackets become full-width. */
export function houseByline(text: string): string {
  const form = readByline(text)?.form
  if (form !== undefined) return form
  const bracketed = /^[（(]([^（）()]*)[）)]$/u.exec(text.trim())?.[1]?.trim()
  return bracketed === undefined || bracketed === '' ? text : `（${bracketed}）`
}

const colon = '[ \\u3000]*[:：/／|｜丨][ \\u3000]*'
const runIn = new RegExp(`^[${runInMarks}][ \\u3000]*`, 'u')
const edges = /^[\s、，,;；]+|[\s、，,;；]+$/gu
const labels = [
  new RegExp(`^(?:作者|撰稿|供稿|撰文|来稿|采写|文字|文)${colon}(?=.)`, 'u'),
  /^(?:作者|撰稿)[ \u3000]+(?=.)/u,
]

/** A byline's words without what says no more than that they are one: 文/ beside 图/ says who did which. */
function bare(line: string): string {
  const inner = /^[（(]([^（）()]*)[）)]$/u.exec(line)?.[1] ?? line.replace(runIn, '')
  const label = labels.map(one => one.exec(inner)?.[0].length).find(length => length !== undefined) ?? 0
  const rest = inner.slice(label)
  const isSaid = label > 0 && (saysDeed(rest) || /[图摄]/u.test(rest))
  const left = (isSaid ? inner : rest).replace(edges, '')
  return left === line ? line : bare(left)
}

const postWords = oneOf(posts.filter(([, post]) => post !== ''))
const post = new RegExp(
  `(?<=^|[ \\u3000]|${postWords})(${postWords})(?:${colon}|[ \\u3000]*)(?=[^\\s:：/／|｜丨])`,
  'gu',
)

/** Names with their posts, a space between them; null where the words are not only that. */
export function houseNames(text: string): string | null {
  const inner = text.trim()
  if (!peopleIn(inner)) return null
  return spaced(inner.replace(/[ \u3000]*[、，,;；][ \u3000]*/gu, ' ').replace(post, '$1 '))
}

/** One plain space between words; the full-width one inside a name of two characters stays. */
const spaced = (line: string): string =>
  line
    .replace(/(?<=\p{Script=Han})\u3000(?=\p{Script=Han})/gu, (space, at: number) =>
      isInName(line, at) ? space : ' ',
    )
    .replace(/(?<!\p{Script=Han})\u3000|\u3000(?!\p{Script=Han})/gu, ' ')
    .replace(/[ ]+/gu, ' ')
    .trim()

const isInName = (text: string, at: number): boolean =>
  !/\p{Script=Han}/u.test(text.charAt(at - 2)) && !/\p{Script=Han}/u.test(text.charAt(at + 2))
