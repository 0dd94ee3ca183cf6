import { done } from '../../shared/contract/failure'
import type { ImportedPage } from '../../shared/contract'
import { importPage } from '../intake/page/page-text'
import { readArguments } from './arguments'
import type { Command } from './command'
import { readTextFile } from './read-files'

/** What the import says, in the order of its keys; absent parts are null or empty. */
const printed = ({ strap, stories, photos, changes }: ImportedPage) => ({
  strap,
  stories: stories.map(story => ({
    kicker: story.kicker,
    headline: story.headline,
    deck: story.deck,
    dateline: story.dateline,
    paragraphs: story.paragraphs,
    ...(story.crossheads.length > 0 && { crossheads: story.crossheads }),
    byline: story.byline,
    credits: story.credits,
    photos: story.photos.map(({ caption, credit }) => ({ caption, credit })),
  })),
  photos: photos.map(({ caption, credit }) => ({ caption, credit })),
  changes: changes.map(({ kind, before, after }) => ({ kind, before, after })),
})

export const importCommand: Command = {
  usage: 'FILE --json',
  does: '读版面文字，列出稿件、图说和每处改动',
  doesInEnglish: "read a page's text: stories, captions and every change made",
  async run(args, terminal) {
    const { files } = readArguments(args, { files: ['文件'], values: [], flags: ['json'] })
    const bytes = await readTextFile(files[0]!, terminal)
    if (!bytes.ok) return bytes
    const page = importPage(bytes.value)
    return page.ok ? done([printed(page.value)]) : page
  },
}
