import { houseNames } from './byline-form'

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
