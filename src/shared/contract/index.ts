import { cutRequests } from './cut-requests'
import { desk } from './desk'
import { editions } from './editions'
import { intake } from './intake'
import { notes } from './notes'
import { output } from './output'
import { pages } from './pages'
import { people } from './people'
import { photos } from './photos'
import { presence } from './presence'
import { stories } from './stories'
import { storyFiles } from './story-files'
import { trails } from './trails'
import { versions } from './versions'

/**
 * What a window may ask of the newsroom, and what it may be told. One contract for all doors: Electron's
 * MessagePort, the browser's WebSocket, and the terminal, which calls the services directly.
 */
export const contract = {
  desk,
  people,
  stories,
  storyFiles,
  trails,
  versions,
  notes,
  presence,
  editions,
  pages,
  cutRequests,
  photos,
  intake,
  output,
}

export type { NewsroomEvent } from './desk'
export type { CutPassage, CutRequest } from './cut-requests'
export type { Edition, EditionPage, NewPage } from './editions'
export type { Failure, Result } from './failure'
export type { ImportedPage, ImportedStory } from './imported-page'
export type { HandOverStep, PrintOptions } from './output'
export type { NoteAudience, NoteEntry, StoryNote, StoryNotes } from './notes'
export type { StoryTrail } from './trails'
export type { Sitting, StoryVersion } from './versions'
export type { LoggedPageChange, PageState } from '../page/log/logged'
export type { OpenedPages, PageSignature, PageTemplate, SignatureCause, SignatureTelling } from './pages'
export type { PhotoFacts } from './photos'
export type { StoryEncoding, StoryForm, StoryGaps } from './story-files'
export type { CaretPlace } from './presence'
export type { Person } from './people'
export type { BudgetRow } from '../budget/budget-row'
export type { Genre } from '../budget/genre'
export type { StoryPlan } from '../budget/story-plan'
export type { StoryState } from '../budget/story-state'
export type { LoggedStep, OpenedStory, StoryTemplate, StoryText, Submission } from './stories'
