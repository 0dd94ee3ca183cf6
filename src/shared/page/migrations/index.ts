import { photosNameTheirStory } from './0001-photos-name-their-story'
import { headsHaveWhite } from './0002-heads-have-white'
import { papersSayWhatTheyPrint } from './0003-papers-say-what-they-print'
import { pagesOwnTheirPaper } from './0004-pages-own-their-paper'
import { framesTakeShapes } from './0005-frames-take-shapes'
import type { PageMigration } from './migration'

/**
 * How the form of pages came to be what it is. Up to format 5 what was stored did not say its format: these leave
 * alone what is there already, so that all of them can be run over it.
 */
export const pageMigrations: readonly PageMigration[] = [
  photosNameTheirStory,
  headsHaveWhite,
  papersSayWhatTheyPrint,
  pagesOwnTheirPaper,
  framesTakeShapes,
]
