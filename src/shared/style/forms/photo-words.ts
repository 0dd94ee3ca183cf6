import { houseCredit } from './credit-form'
import { peopleIn } from './people'
import { isCredit, splitCredit } from './signature'

/** What a photo's own file says of it, read and made clean; '' and no names where it says nothing. */
export interface PhotoFileFacts {
  readonly caption: string
  /** By-lines, as they stand in the file. */
  readonly photographers: readonly string[]
  /** Credit line: whom the picture is owed to. */
  readonly credit: string
  readonly source: string
}

/** What goes into the empty fields of a photo in a story. */
export interface PhotoWords {
  /** 图说 */
  readonly caption: string
  /** 摄影署名: 史婉 摄, 县融媒体中心 供图. */
  readonly credit: string
}

/** Longest caption and credit that a file may bring; a caption has some forty characters. */
const mostCaption = 1000
const mostCredit = 60

/** What cameras and phones write where a caption belongs. */
const cameraWords =
  /^(?:olympus digital camera|sony dsc|konica minolta digital camera|kodak digital still camera|minolta digital camera|samsung camera pictures|digital camera|dcim\\.*|default|dav|oznor\w*|rhdr|hdrpl|sdr|binary comment|screenshot|untitled|无标题|<.*>)$/iu

/** What by-lines say that name nobody. */
const nobody =
  /^(?:unknown|anonymous|user|admin(?:istrator)?|owner|photographer|camera|picasa|微信用户|未知|佚名|用户|作者|摄影师?|(?:canon|nikon|sony|fujifilm|huawei|honor|xiaomi|redmi|oppo|vivo|samsung|apple|iphone|dji)\b.*)$/iu

/** Agencies whose photographers are named with them. */
const agencies = /^(?:新华社|中新社)$/u

/**
 * The words for a photo from what its file says, in the house's forms. A credit at the end of the caption goes
 * where it belongs and stands above the other fields, because whoever wrote it meant it to be printed; then come a
 * credit line that is a whole credit (史婉 摄), the by-lines (→ 史婉 摄), and a credit line or source that names
 * whom the picture comes from (→ 县融媒体中心 供图).
 */
export function photoWords(facts: PhotoFileFacts): PhotoWords {
  const whole = cameraWords.test(facts.caption.trim()) ? '' : oneLine(facts.caption.slice(0, mostCaption))
  const split = splitCredit(whole)
  const caption = split?.caption ?? whole
  const own = split ? houseCredit(split.credit) : creditOf(facts)
  return { caption, credit: [...own].length > mostCredit ? '' : own }
}

function creditOf(facts: PhotoFileFacts): string {
  const line = creditLine(facts.credit)
  if (isWholeCredit(line)) return wholeCredit(line)
  const signed = facts.photographers.map(creditLine).filter(name => name !== '' && !nobody.test(name))
  const [first] = signed
  if (first !== undefined) {
    if (signed.length === 1 && isWholeCredit(first)) return wholeCredit(first)
    const names = signed
      .flatMap(one => one.split(/[;；、，,/]/u))
      .map(name => name.trim().replace(/\s*(?:摄影|摄)$/u, ''))
      .filter(name => name !== '' && !nobody.test(name))
    if (names.length === 1 && isOrganisation(names[0]!)) return `${names[0]} 供图`
    if (names.length > 0) return `${agencies.test(line) ? `${line}记者 ` : ''}${names.join(' ')} 摄`
  }
  const giver = [line, creditLine(facts.source)].find(text => text !== '' && !nobody.test(text))
  return giver === undefined ? '' : `${giver} 供图`
}

/** A line as long as names are; a longer one is a text that went astray. */
const creditLine = (text: string) => {
  const line = oneLine(text.slice(0, 2 * mostCredit))
  return [...line].length > mostCredit ? '' : line
}

/** 史婉 摄, 图片由县融媒体中心提供: a credit as it is printed. */
const isWholeCredit = (line: string) =>
  line !== '' && (isCredit(line) || /(?:供图|提供|摄|摄影)$/u.test(line))

const isOrganisation = (name: string) => peopleIn(name)?.every(person => person.isOrganisation) ?? false

/** A text as one line: breaks between Han characters vanish, others are a space. */
function oneLine(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/(?<=[\p{Script=Han}，。、；：？！”’）》])\s*[\r\n]+[\s\u3000]*(?=[\p{Script=Han}“‘（《])/gu, '')
    .replace(/[\p{Cc}\u2028\u2029\u00a0]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')
}

const wholeCredit = (line: string) => houseCredit(line.replace(/^[（(]([^（）()]*)[）)]$/u, '$1').trim())
