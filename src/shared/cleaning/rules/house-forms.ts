import { peopleIn } from '../../style/forms/people'
import { isCredit } from '../../style/forms/signature'
import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { splice } from '../traced-text'

const posts =
  '本报全媒体记者|本报融媒体记者|全媒体记者|融媒体记者|融媒记者|本报首席记者|首席记者|本报见习记者|见习记者|实习记者|特约记者|特派记者|本报记者|本网记者|本台记者|记者|本报特约通讯员|本报通讯员|特约通讯员|通讯员|实习生|评论员'

/** One part of a story as the house writes it; what is not understood stays as it came. */
export function unifyForms(manuscript: Manuscript, pen: Pen): Manuscript {
  return manuscript.map((piece): Piece => {
    const { line } = piece
    if (piece.role !== 'dateline' && piece.role !== 'byline' && piece.role !== 'credit') return piece
    const form = houseForms[piece.role](line.text)
    if (form === line.text || !pen.makes(`${piece.role}-form`, line.at, line.text, form)) return piece
    return { ...piece, line: splice(line, [{ from: 0, to: line.text.length, put: form }]) }
  })
}

/** 史婉 摄: a space before what was done, where the rest are names. */
export function houseCredit(text: string): string {
  const found = /^([（(]?)(.*?[^ \u3000])[ \u3000]*(摄影报道|摄影|摄|供图)([）)]?)$/u.exec(text.trim())
  if (!found || !isCredit(text)) return text
  const [, open = '', names = '', deed = '', close = ''] = found
  return /[/／:：]/u.test(names) ? text : `${open}${names} ${deed}${close}`
}

/**
 * 本报讯（记者 张三 通讯员 李四）: from 本报讯:, 【本报讯】, （本报讯）, 本报讯(记者张三), 本报讯 记者张三报道：.
 * A bracket whose words are no names keeps them.
 */
export function houseDateline(text: string): string {
  let rest = text.trim().replace(/[ \u3000]*[:：]$/u, '')
  const framed = /^[【[（(]([^】\]）)]+)[】\]）)]/u.exec(rest)
  if (framed) rest = (framed[1] ?? '') + rest.slice(framed[0].length)
  const reported = /[ \u3000]*((?:本报)?(?:记者|通讯员|实习生)[^（(]{2,30}?)报道$/u.exec(rest)
  const bracketed = /[ \u3000]*[（(]([^（）()]*)[）)]$/u.exec(rest)
  const inner = bracketed?.[1] ?? reported?.[1]
  if (inner === undefined) return rest
  const head = rest.slice(0, rest.length - (bracketed?.[0] ?? reported?.[0] ?? '').length)
  const names = houseNames(inner.replace(/[ \u3000]*报道$/u, ''))
  return `${head}（${names ?? inner.trim()}）`
}

/** （王倩茹）, （本报记者 刘岩松 通讯员 曾　强）; with what was done said (摄影报道, 文/…) without brackets. */
export function houseByline(text: string): string {
  const inner = text
    .trim()
    .replace(/^[（(]([^（）()]*)[）)]$/u, '$1')
    .replace(/^[口□◇■◆◎○●▲△][ \u3000]*/u, '')
    .replace(/^(?:作者|供稿|撰稿|撰文|来稿|采写)[ \u3000]*[:：/／|｜丨][ \u3000]*/u, '')
    .replace(/^(本报记者|记者|通讯员)[ \u3000]*[:：/／|｜丨][ \u3000]*/u, '$1 ')
  const people = peopleIn(inner)
  const alone = /^文(?:字)?[ \u3000]*[:：/／|｜丨][ \u3000]*(.+)$/u.exec(inner)
  if (alone && !/[图摄]/u.test(inner) && peopleIn(alone[1] ?? '')) return houseByline(alone[1] ?? '')
  if (!people) return /^[（(].*[）)]$/u.test(text.trim()) ? `（${inner.trim()}）` : text
  const says =
    /(?:摄影报道|图文报道|报道|摄影|供图|供稿|文\/图|图\/文|采写|[文图摄])(?:$|[ \u3000/／:：])|^(?:文|图)[/／:：]/u
  if (says.test(inner)) return inner.replaceAll('／', '/').trim()
  return `（${houseNames(inner) ?? inner.trim()}）`
}

/** Names with their posts, a space between them; null where the words are not only that. */
function houseNames(text: string): string | null {
  const inner = text.trim()
  if (!peopleIn(inner)) return null
  return (
    inner
      .replace(/[ \u3000]*[、，,;；][ \u3000]*/gu, ' ')
      .replace(
        new RegExp(`[ \\u3000]*(${posts})[ \\u3000:：]*(?=\\S)`, 'gu'),
        (_, post: string, at: number) => (at === 0 ? `${post} ` : ` ${post} `),
      )
      // The full-width space inside a name of two characters is its own; others are one plain space.
      .replace(/(?<=\p{Script=Han})\u3000(?=\p{Script=Han})/gu, (space, at: number, all: string) =>
        isInName(all, at) ? space : ' ',
      )
      .replace(/[ ]+/gu, ' ')
      .trim()
  )
}

const isInName = (text: string, at: number): boolean =>
  !/\p{Script=Han}/u.test(text.charAt(at - 2)) && !/\p{Script=Han}/u.test(text.charAt(at + 2))

const houseForms = { dateline: houseDateline, byline: houseByline, credit: houseCredit } as const
