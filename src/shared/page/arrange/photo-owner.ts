import type { StoryParts, StoryPhoto } from '../../story/parts'

/** Pairs of Han characters that a caption must share with a story to be taken for its photo. */
const leastShared = 3

/** The story that a photo shows, judged by the words that its caption shares with the text; null if none. */
export function ownerOf(
  photo: Pick<StoryPhoto, 'caption'>,
  stories: readonly { readonly id: string; readonly parts: StoryParts }[],
): string | null {
  const wanted = pairs(photo.caption)
  let owner: string | null = null
  let best = 0
  for (const { id, parts } of stories) {
    const text = [parts.kicker, parts.headline, parts.deck]
    for (const block of parts.blocks) if (block.kind !== 'photo') text.push(block.text)
    const has = pairs(text.join('。'))
    let shared = 0
    for (const pair of wanted) if (has.has(pair)) shared++
    if (shared > best) [owner, best] = [id, shared]
  }
  return best >= leastShared && best * 3 >= wanted.size ? owner : null
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    if (/^[\u4e00-\u9fff]{2}$/.test(pair)) found.add(pair)
  }
  return found
}
