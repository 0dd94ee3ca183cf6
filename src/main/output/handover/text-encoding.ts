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

/** What GBK makes of a character: itself, nothing because nobody sees it, or a gap. */
function inGbkAs(character: string): 'itself' | 'nothing' | 'gap' {
  if (/^[\0-\x7f\u4e00-\u9fa5]$/.test(character) || inGbk(character)) return 'itself'
  return invisible.test(character) ? 'nothing' : 'gap'
}

/** Spaces of the web that GBK lacks are spaces. */
const spaced = (text: string) => text.replace(/[\u00a0\u2002-\u200a\u202f]/g, ' ')

/** Where characters that GBK lacks stand in a text: what `encodeText` would write as 〓. Indexes are UTF-16. */
export function gapsInGbk(text: string): { readonly character: string; readonly at: number }[] {
  const found: { character: string; at: number }[] = []
  let at = 0
  for (const character of spaced(text.toWellFormed())) {
    if (inGbkAs(character) === 'gap') found.push({ character, at })
    at += character.length
  }
  return found
}

/** Encodes a text. Lone halves of a character become U+FFFD first. */
export function encodeText(text: string, encoding: TextEncodingName): EncodedText {
  const wellFormed = text.toWellFormed()
  if (encoding === 'utf-8') return { bytes: Buffer.from(`\ufeff${wellFormed}`, 'utf8'), beyondGbk: [] }
  const beyond = new Set<string>()
  let kept = ''
  for (const character of spaced(wellFormed)) {
    const fate = inGbkAs(character)
    if (fate === 'itself') kept += character
    if (fate !== 'gap') continue
    beyond.add(character)
    kept += encoding === 'gbk' ? missing : character
  }
  return { bytes: iconv.encode(kept, encoding), beyondGbk: [...beyond] }
}
