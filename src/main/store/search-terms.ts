/** How text and queries are cut for FTS5. The tokenizer cannot find Chinese words, so every Han character is
 * a token of its own and a word is asked for as a phrase: one character up, and no dictionary. */

const han = /\p{Script=Han}/gu

/** Text as the index takes it: full-width Latin and digits made plain, Han characters apart. */
export function indexText(text: string): string {
  return text.normalize('NFKC').replace(han, ' $& ')
}

/**
 * A query in FTS5's language: each word between spaces is a phrase, all must be there; a word that ends in
 * Latin or digits may go on (GDP → GDP2025). Null when there is nothing to look for.
 */
export function searchQuery(query: string): string | null {
  const phrases = query
    .normalize('NFKC')
    .split(/[\s\p{C}]+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .map(word => {
      const mayGoOn = /[\p{L}\p{N}]$/u.test(word) && !/\p{Script=Han}$/u.test(word)
      return `"${indexText(word).replaceAll('"', ' ').trim()}"${mayGoOn ? '*' : ''}`
    })
  return phrases.length === 0 ? null : phrases.join(' AND ')
}
