import type { Migration } from '../migrate'
import { firstNewsroom } from './0001-first-newsroom'
import { pagesAreLogs } from './0002-pages-are-logs'
import { storiesHaveTrails } from './0003-stories-have-trails'
import { storiesKeepVersions } from './0004-stories-keep-versions'
import { storiesNamePeople } from './0005-stories-name-people'
import { storiesHaveNotes } from './0006-stories-have-notes'
import { linesSayTheirMeasure } from './0007-lines-say-their-measure'
import { signaturesTurn } from './0008-signatures-turn'

/** All migrations of newsroom.db, oldest first. Append only: a released one is never edited. */
export const migrations: readonly Migration[] = [
  firstNewsroom,
  pagesAreLogs,
  storiesHaveTrails,
  storiesKeepVersions,
  storiesNamePeople,
  storiesHaveNotes,
  linesSayTheirMeasure,
  signaturesTurn,
]
