/**
 * 电头: what opens a news story's first paragraph.
 * 本报讯 · 本报讯（记者 张三） · 本报讯 记者张三报道 · 【本报讯】 · 青禾日报讯（…） · 本报11月3日讯 ·
 * 新华社北京11月3日电（记者 …） · 据新华社北京11月3日电.
 */
const number = (digits: string) => `[ ]?[0-9０-９]{${digits}}[ ]?`
const day = `(?:${number('1,4')}年)?${number('1,2')}月${number('1,2')}日`
const bracket = '(?:[ \\u3000]*[（(][^（）()。]{1,60}[）)])?'
// What may stand between 本报 and 讯 is a place or a kind (本报东川讯, 本报综合消息), never a sentence.
const between = '(?:(?!记者|通讯员|编辑|读者|社|[的了从在到得把被收发给有将对和])\\p{Script=Han}){1,6}?'
const signs = '(?:讯(?![息问号])|消息|专讯|电(?![话视子影脑力商]))'
const own = `(?:本报|本刊|本网|本台|本站)(?:${between})?(?:[ ]?${day})?[ ]?${signs}`
const agency = `据?(?:新华社|新华网|中新社|中新网|人民网|央视网|人民日报|光明日报)[ ]?\\p{Script=Han}{0,8}?[ ]?${day}[ ]?(?:电|讯|消息)`
const other = `\\p{Script=Han}{2,8}?(?:日报|晚报|晨报|时报|周报|报社|报|网|融媒)(?:[ ]?${day})?讯`

const plain = new RegExp(`^(?:${own}|${agency})${bracket}`, 'u')
const framed = new RegExp(`^[【\\[（(](?:${own}|${agency}|${other})[】\\]）)]${bracket}`, 'u')
// 晋中日报讯 is one only when something parts it from the text: otherwise 通过网讯… would be cut.
const parted = new RegExp(`^${other}(?:[ \\u3000]*[（(][^（）()。]{1,60}[）)]|(?=[ \\u3000:：]))`, 'u')
const reports = /^[ \u3000]*(?:本报)?(?:记者|通讯员|实习生)[^，。（(]{2,30}?报道(?=[:：])/u

/**
 * Where the dateline that a paragraph opens with ends, and where the text after the space behind it begins, in
 * UTF-16; null when it has none.
 */
export function datelineSpan(paragraph: string): { end: number; text: number } | null {
  const head = paragraph.slice(0, 140)
  let dateline = (framed.exec(head) ?? plain.exec(head) ?? parted.exec(head))?.[0]
  if (dateline === undefined) return null
  dateline += reports.exec(head.slice(dateline.length))?.[0] ?? ''
  dateline += /^[ \u3000]*[:：]/u.exec(head.slice(dateline.length))?.[0] ?? ''
  const end = dateline.trimEnd().length
  return { end, text: end + (/^[ \u3000]+/u.exec(paragraph.slice(end))?.[0].length ?? 0) }
}

/** The dateline that a paragraph opens with and the rest without the space after it; null when it has none. */
export function splitDateline(paragraph: string): { dateline: string; text: string } | null {
  const span = datelineSpan(paragraph)
  if (span === null) return null
  // The spaces round its figures are the setting's, those between names are the writer's.
  const dateline = paragraph
    .slice(0, span.end)
    .trim()
    .replace(/[ ]+(?=[0-9])|(?<=[0-9])[ ]+/gu, '')
  return { dateline, text: paragraph.slice(span.text) }
}

/** Whether a line opens with a dateline. */
export const opensWithDateline = (line: string): boolean => splitDateline(line.trim()) !== null
