/**
 * Bytes of Chinese that a program took for Latin letters (ÐÂ»ªÉç for 新华社, æ–° for 新) read as they were meant;
 * other texts as they are. Broken halves of characters and zeros are left out, spaces at the ends too.
 */
export function readableText(text: string): string {
  const whole = text.toWellFormed().replace(/\0/gu, '').trim()
  return (
    mistaken(whole, latinBytes(whole)) ??
    mistaken(whole, windowsBytes(whole)) ??
    whole.replaceAll('\ufffd', '')
  )
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const gbk = new TextDecoder('gb18030', { fatal: true })

/** Two bytes of GB 2312 or one of ASCII: an accented name of a European hardly ever looks like it. */
const onlyGb = /^(?:\p{ASCII}|[\xa1-\xf7][\xa1-\xfe])+$/u

function mistaken(text: string, bytes: Uint8Array | null): string | null {
  if (!bytes || /^\p{ASCII}*$/u.test(text)) return null
  const asUtf8 = decoded(utf8, bytes)
  if (asUtf8 !== null && /\p{Script=Han}/u.test(asUtf8)) return asUtf8
  const asLatin = Buffer.from(bytes).toString('latin1')
  const asGbk = onlyGb.test(asLatin) ? decoded(gbk, bytes) : null
  return asGbk !== null && /\p{Script=Han}/u.test(asGbk) ? asGbk : null
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes)
  } catch {
    // A strict decoder throws for what is not of its encoding, and for nothing else.
    return null
  }
}

/** The bytes of a text of Latin-1; null for any other. */
const latinBytes = (text: string): Uint8Array | null =>
  /^(?:\p{ASCII}|[\x80-\xff])*$/u.test(text) ? Buffer.from(text, 'latin1') : null

/** What Windows-1252 puts in the places of C1, from 0x80 on. */
const windowsMarks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The bytes of a text of Windows-1252; null for any other. */
function windowsBytes(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const mark = windowsMarks.indexOf(character)
    if (mark >= 0) bytes.push(0x80 + mark)
    else if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes.push(code)
    else return null
  }
  return Uint8Array.from(bytes)
}
