import { arrangePage } from '../../shared/page/arrange/arrange'
import { furnitureOf } from '../../shared/page/furniture'
import type { PageLayout } from '../../shared/page/layout'
import type { Paper } from '../../shared/page/paper'
import { countCharacters } from '../../shared/budget/story-fields'
import type { StoryParts } from '../../shared/story/parts'

interface Planned {
  readonly id: string
  readonly parts: StoryParts
}

const length = ({ parts }: Planned) =>
  parts.blocks.reduce((sum, block) => sum + (block.kind === 'photo' ? 0 : countCharacters(block.text)), 0)

/** 按稿库排版: every story planned for a page, the longest as its lead. */
export function arrangeStories(paper: Paper, pageNumber: number, stories: readonly Planned[]): PageLayout {
  const byWeight = [...stories].sort((a, b) => length(b) - length(a))
  return arrangePage({ paper, furniture: furnitureOf(pageNumber), stories: byWeight }).layout
}
