/** Reads the bytes of one field. */
export type FieldDecoder = (data: Uint8Array) => string

/**
 * How the texts of a block are read: as UTF-8 where all of them are, else as GBK (Chinese programs write it and say
 * nothing, or say UTF-8), else as Latin-1, which every byte is. A field that was cut inside a character, as programs
 * cut at a number of bytes, is read without its broken end; but then there must be Han in it, for the last letter of
 * `Jos\xe9` looks like the first half of a Chinese character.
 * @param saysUtf8 the block says that it is UTF-8: then what is neither is read as UTF-8 with holes
 */
export function fieldDecoder(fields: readonly Uint8Array[], saysUtf8: boolean): FieldDecoder {
  for (const encoding of ['utf-8', 'gb18030']) {
    for (const cut of [false, true]) {
      const texts = fields.map(data => strictText(encoding, data, cut))
      // Two GBK letters can pass for one of another script; what claims to be Chinese must show it.
      const mustShowHan = cut || (saysUtf8 && encoding === 'gb18030')
      if (texts.every(text => text !== null) && (!mustShowHan || /\p{Script=Han}/u.test(texts.join(''))))
        return data => strictText(encoding, data, cut) ?? ''
    }
  }
  return saysUtf8
    ? data => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)
    : data => Buffer.from(data).toString('latin1')
}

/** Null for what is not of the encoding. `cut`: an unfinished character at the end is left out. */
function strictText(encoding: string, data: Uint8Array, cut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(data, { stream: cut })
  } catch {
    // A strict decoder throws for what is not of its encoding, and for nothing else.
    return null
  }
}
