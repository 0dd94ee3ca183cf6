import iconv from 'iconv-lite'
import type { TextEncodingName } from './handover'

/** A text as bytes of a legacy encoding, and what the encoding could not take as it was. */
export interface EncodedText {
  readonly bytes: Uint8Array
  /**
   * Characters that GBK lacks, each once, in their order: replaced by 〓 in `gbk`, kept in four bytes in
   * `gb18030`, always empty in `utf-8`.
   */
  readonly beyondGbk: readonly string[]
}

/** 〓, which a Chinese proof shows for a character that is not there. */
const missing = '〓'

const decoder = new TextDecoder('gb18030')

/** Whether a character has a code in GBK that reads back as itself. */
function inGbk(character: string): boolean {
  const bytes = iconv.encode(character, 'gbk')
  // iconv writes a question mark for what it lacks.
  return bytes.length <= 2 && decoder.decode(bytes) === character
}

/** Characters that no system shows: without them GBK text reads the same. */
const invisible = /\p{Default_Ignorable_Code_Point}/u

/** Encodes a text. Lone halves of a character become U+FFFD first. */
export function encodeText(text: string, encoding: TextEncodingName): EncodedText {
  const wellFormed = text.toWellFormed()
  if (encoding === 'utf-8') return { bytes: Buffer.from(`\ufeff${wellFormed}`, 'utf8'), beyondGbk: [] }
  // Spaces of the web that GBK lacks are spaces.
  const spaced = wellFormed.replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ')
  const beyond = new Set<string>()
  let kept = ''
  for (const character of spaced) {
    if (/^[\0-\x7f\u4e00-\u9fa5]$/.test(character) || inGbk(character)) {
      kept += character
    } else if (invisible.test(character)) {
      continue
    } else {
      beyond.add(character)
      kept += encoding === 'gbk' ? missing : character
    }
  }
  return { bytes: iconv.encode(kept, encoding), beyondGbk: [...beyond] }
}
