/** A text as XML 1.0 can hold it: characters that no XML document may contain are dropped. */
export const xmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

/** The same where the text stands in one line: a part of a story is one. */
export const xmlLine = (text: string): string =>
  xmlText(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))

/** A text between tags or in an attribute's quotes. */
export const escapeXml = (text: string): string =>
  xmlText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    // A reader would make a space of a bare carriage return.
    .replace(/\r/g, '&#13;')
