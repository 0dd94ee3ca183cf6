import type { StoryParts } from '../../../shared/story/parts'

/** Characters between which a sentence can stand out of the text. */
const shortest = 6
const longest = 80

/** A sentence with the marks that close it; what is left at a paragraph's end is one too. */
const pattern = /[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$/gu

/** The sentences of a story's text that can be lifted out of it (提引), in order, each once. */
export function sentencesOf(parts: Pick<StoryParts, 'blocks'>): string[] {
  const found = new Set<string>()
  for (const block of parts.blocks) {
    if (block.kind !== 'paragraph') continue
    for (const [sentence] of block.text.matchAll(pattern)) {
      const words = sentence.trim()
      const length = [...words].length
      if (length >= shortest && length <= longest) found.add(words)
    }
  }
  return [...found]
}
