import type { ImportedStory } from '../../../shared/contract/imported-page'
import type { StoryBlock, StoryParts } from '../../../shared/story/parts'

/**
 * An imported story as the parts of a story document. Photos stand after the text, announced without an
 * image; a credit that is no byline and no photo's stands in a photo without a caption, so that it is not
 * lost.
 */
export function partsOfImported(story: ImportedStory): StoryParts {
  const blocks: StoryBlock[] = []
  const crossheadsBefore = (at: number) => {
    for (const crosshead of story.crossheads) {
      if (crosshead.before === at) blocks.push({ kind: 'crosshead', text: crosshead.text })
    }
  }
  story.paragraphs.forEach((text, at) => {
    crossheadsBefore(at)
    blocks.push({ kind: 'paragraph', text })
  })
  crossheadsBefore(story.paragraphs.length)
  const apart = story.credits.filter(credit => story.byline?.includes(credit) !== true)
  for (const { caption, credit } of [...story.photos, ...apart.map(credit => ({ caption: '', credit }))]) {
    blocks.push({ kind: 'photo', image: null, width: 0, height: 0, caption, credit })
  }
  return {
    kicker: story.kicker ?? '',
    headline: story.headline ?? '',
    deck: story.deck ?? '',
    dateline: story.dateline ?? '',
    blocks: blocks.length === 0 ? [{ kind: 'paragraph', text: '' }] : blocks,
    byline: story.byline ?? '',
  }
}
