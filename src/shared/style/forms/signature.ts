import { isName, namesIn, namesRunTogether } from './personal-names'
import { deeds, likelyOrganisation, oneOf, posts, runInMarks } from './signing-words'

/** A byline or credit taken apart from what it followed. */
export interface Signature {
  /** As it stood, without spaces at its ends: （王倩茹）, 郭佳丽 摄影报道, 史婉 摄. */
  readonly text: string
  /** Whether it names who wrote. */
  readonly writes: boolean
  /** Whether it names whose photos they are (摄, 摄影, 图, 供图). */
  readonly pictures: boolean
}

/** 本报 alone stands before names, too. */
const roles = `${oneOf(posts)}|本报`
const said = oneOf(deeds)
const picturing = /摄|图/u
const writing = /报道|文|供稿|采写|撰|整理|编译|执笔/u

const rolePattern = new RegExp(`(?:${roles})`, 'gu')
const deedPattern = new RegExp(
  `(^|[\\s\\u3000/:：、，]|\\p{Script=Han})(?:${said})(?=$|[\\s\\u3000/:：、，])`,
  'gu',
)
const hasRole = new RegExp(`(?:${roles})`, 'u')
const endsInDeed = new RegExp(`(?:${said})$`, 'u')
const startsWithDeed = new RegExp(`^(?:${said})\\s*[/／:：]`, 'u')
const notByline =
  /^(?:完|未完|未完待续|节选|组图|资料图|资料图片|附图|见图|下同|摘要|略|一|二|三|四|五|六|七|八|九|十|上|中|下|续|图)$|下转|上接|族$|[0-9０-９]/u

/**
 * The byline or credit that a whole line is, or null.
 * Rules after real strings: （黄荞丹 覃可论） · （本报记者　刘岩松　通讯员　曾　强） · 司　伟　董自军摄影报道 ·
 * □王倩茹 · 文/王倩茹 图/史婉 · 本版图片均由本报记者史婉摄.
 */
export function readSignature(line: string): Signature | null {
  const text = line.trim()
  if (text.length < 2 || text.length > 60) return null
  const bracketed = /^[（(]([^（）()]+)[）)]$/u.exec(text)
  const marked = new RegExp(`^[${runInMarks}]\\s*([^${runInMarks}]+)$`, 'u').exec(text)
  const inner = (bracketed?.[1] ?? marked?.[1] ?? text).trim()
  if (notByline.test(inner) || /[。！？；…]/u.test(inner)) return null
  if (/^本版(?:图片|照片|摄影)/u.test(inner) && picturing.test(inner)) {
    return { text, writes: false, pictures: true }
  }
  const framed = bracketed !== null || marked !== null
  const stripped = stripLabels(inner)
  const labelled = stripped !== inner
  const names = stripped.trim()
  if (names === '') return null
  const certain = labelled || framed
  const named =
    namesIn(names) !== null ||
    (certain && (namesRunTogether(names) || isNamesWithOrganisation(names))) ||
    // In brackets of its own a short word is a name even where the surname is rare.
    (bracketed !== null && /^\p{Script=Han}{2,3}$/u.test(names))
  if (!named) return null
  if (!certain && names.replace(/\s/gu, '').length > 12) return null
  const done = deedsIn(inner)
  const pictures = picturing.test(done)
  return { text, writes: !pictures || writing.test(done), pictures }
}

/** Whether a line is names and nothing else: a byline only beside a story's text. */
export const isBareNames = (line: string): boolean => {
  const text = line.trim()
  return namesIn(text) !== null && text.replace(/\s/gu, '').length <= 12
}

/** The byline or credit run in at the end of a paragraph, and the paragraph without it. */
export function splitRunInSignature(paragraph: string): { text: string; signature: Signature } | null {
  const from = Math.max(0, paragraph.length - 60)
  const tail = paragraph.slice(from)
  const patterns = [
    /[。！？”’…）](\s*[（(][^（）()]{2,50}[）)])$/u,
    new RegExp(`[。！？”’…）](\\s*[${runInMarks}]\\s*[^${runInMarks}。，]{2,40})$`, 'u'),
    new RegExp(`[。！？”’…）](\\s*[^。！？，；”’…）]{2,40}(?:${said}))$`, 'u'),
  ]
  for (const pattern of patterns) {
    const found = pattern.exec(tail)?.[1]
    if (found === undefined) continue
    const signature = readSignature(found)
    if (signature === null || !isCertain(signature.text)) continue
    return { text: paragraph.slice(0, paragraph.length - found.length), signature }
  }
  return null
}

/** The credit at the end of a caption (…。 史婉 摄), and the caption without it. */
export function splitCredit(line: string): { caption: string; credit: string } | null {
  const text = line.trim()
  const tail = text.slice(-40)
  const patterns = [
    // After a mark that ends the caption, or in brackets, a credit may stand without a space.
    /(?:[。！？”’》）])\s*([^。！？，；”]{1,28}(?:摄影报道|摄影|摄|供图|提供|[文图]\/[^/]{2,8}))$/u,
    /[\s\u3000]+([^。！？，；\s\u3000]{2,12}[\s\u3000]*(?:摄影报道|摄影|摄|供图))$/u,
    /\s*([（(][^（）()]{2,28}(?:摄影报道|摄影|摄|供图|提供)[）)])$/u,
    /\s*((?:摄影|图片|图|供图)[:：/][^。！？，；]{2,20})$/u,
  ]
  for (const pattern of patterns) {
    const credit = pattern.exec(tail)?.[1]
    if (credit === undefined) continue
    const caption = text.slice(0, text.length - credit.length).trim()
    if (!/\p{Script=Han}/u.test(caption) || !isCredit(credit)) continue
    // 本报记者 史婉 摄: the pattern may have taken too little, never too much.
    const role = new RegExp(`[\\s\\u3000]((?:${roles})[\\s\\u3000]*)$`, 'u').exec(caption)?.[1] ?? ''
    const end = caption.length - role.length
    return { caption: caption.slice(0, end).trim(), credit: text.slice(end).trim() }
  }
  return null
}

/** Whether a line is a photo credit and nothing else. */
export const isCredit = (line: string): boolean => {
  const inner = line.trim().replace(/^[（(]|[）)]$/gu, '')
  const names = stripLabels(inner).trim()
  return (
    names !== inner && picturing.test(inner) && (namesRunTogether(names) || isNamesWithOrganisation(names))
  )
}

/** A run-in name in brackets must be one by the list of surnames or by its label; （附图） is none. */
function isCertain(text: string): boolean {
  const inner = text.replace(/^[（(]|[）)]$/gu, '').replace(new RegExp(`^[${runInMarks}]\\s*`, 'u'), '')
  const names = stripLabels(inner).trim()
  return (
    namesIn(names) !== null ||
    (names !== inner && (namesRunTogether(names) || isNamesWithOrganisation(names)))
  )
}

/** What a signature says was done: 摄影报道, 文/图. Names may hold the same characters, so only whole words. */
const deedsIn = (text: string): string =>
  [
    endsInDeed.exec(text)?.[0] ?? '',
    ...(text.match(deedPattern) ?? []).map(found => endsInDeed.exec(found)?.[0] ?? ''),
    startsWithDeed.exec(text)?.[0] ?? '',
  ].join(' ')

function stripLabels(text: string): string {
  let stripped = text.replace(/／/gu, '/').replace(rolePattern, ' ')
  for (let before = ''; before !== stripped;) {
    before = stripped
    // The deed goes, and the character before it stays.
    stripped = stripped.trim().replace(deedPattern, '$1 ')
  }
  stripped = stripped
    .replace(/[/:：]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return stripped === text.trim() ||
    (!hasRole.test(text) && !endsInDeed.test(text) && !startsWithDeed.test(text))
    ? text.trim()
    : stripped
}

/** 县委宣传部 王倩茹, 县融媒体中心: an organisation, with or without names. */
function isNamesWithOrganisation(text: string): boolean {
  const words = text.split(/[\s\u3000、，]+/u).filter(word => word !== '')
  return (
    words.length <= 6 &&
    words.some(word => likelyOrganisation.test(word) && word.length >= 3) &&
    words.every(word => isName(word) || (likelyOrganisation.test(word) && word.length <= 16))
  )
}
