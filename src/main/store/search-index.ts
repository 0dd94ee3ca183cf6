import { indexText, searchQuery } from './search-terms'
import type { SqliteFile } from './sqlite'
import type { StoryStamp } from './stories'

/** What of a story can be found. */
export interface SearchableStory extends StoryStamp {
  readonly headline: string
  readonly body: string
  readonly names: string
}

/** The search index in derived.db. Plain statements: it is rebuilt, never migrated, and stays SQLite's. */
export class SearchIndex {
  readonly #replace: (stories: readonly SearchableStory[]) => void
  readonly #find
  readonly #stamps

  constructor(db: SqliteFile) {
    const remove = db.prepare('DELETE FROM story_text WHERE number = ?')
    const add = db.prepare(
      `INSERT INTO story_text (number, story_id, revision, editor, headline, body, names)
       VALUES (@number, @id, @revision, @editor, @headline, @body, @names)`,
    )
    const replaceAll = db.transaction((stories: readonly SearchableStory[]) => {
      for (const story of stories) {
        remove.run(story.number)
        add.run({
          ...story,
          headline: indexText(story.headline),
          body: indexText(story.body),
          names: indexText(story.names),
        })
      }
    })
    this.#replace = stories => replaceAll.immediate(stories)
    this.#stamps = db.prepare<[], StoryStamp>(
      'SELECT story_id AS id, number, revision, editor FROM story_text',
    )
    // A word in the headline counts for more than a name, a name for more than a word in the text.
    this.#find = db
      .prepare<[string], string>(
        `SELECT story_id FROM story_search JOIN story_text ON story_text.number = story_search.rowid
         WHERE story_search MATCH ? ORDER BY bm25(story_search, 10, 1, 4), story_text.number DESC LIMIT 2000`,
      )
      .pluck()
  }

  /** Puts stories in, in place of what stood there for them. */
  put(stories: readonly SearchableStory[]): void {
    this.#replace(stories)
  }

  /** How each story was when it came into the index, by its id. */
  stamps(): Map<string, StoryStamp> {
    return new Map(this.#stamps.all().map(stamp => [stamp.id, stamp]))
  }

  /** Ids of the stories found, best first. */
  find(query: string): string[] {
    const asked = searchQuery(query)
    return asked === null ? [] : this.#find.all(asked)
  }
}
