/**
 * Characters that no newspaper prints: controls, zero-width and bidirectional marks, tags, lone surrogates.
 * U+FE00–FE0F and the ideographic variation selectors stay: they choose a form of a name's character.
 */
export const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are what it looks for
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** Line ends of every system, and what stands for one in Word and in pages. */
export const lineEnd = /\r\n|[\n\r\v\f\x85\u2028\u2029]/u

/** Spaces of every width but the plain one and the full-width one. */
export const oddSpace = /[\t\xa0\u1680\u2000-\u200a\u202f\u205f]/gu

/** What cannot be seen is written out: ⟨U+202E⟩. */
export const shownUnprintable = (char: string): string =>
  `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
