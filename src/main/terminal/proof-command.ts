import { basename, resolve } from 'node:path'
import { done, failed } from '../../shared/contract/failure'
import { arrangePage } from '../../shared/page/arrange/arrange'
import { defaultPaperId, paperOf } from '../../shared/page/paper'
import { importPage } from '../intake/page/page-text'
import { partsOfImported } from '../intake/story/story-parts'
import { readArguments } from './arguments'
import { UsageError, type Command } from './command'
import { readTextFile } from './read-files'
import { writeWhole } from './write-file'

export const proofCommand: Command = {
  usage: 'FILE --pdf OUT.pdf',
  does: '把版面文字排成一个版，存成 PDF',
  doesInEnglish: 'lay the stories of a page text out on one page of the default paper, as PDF',
  async run(args, terminal) {
    const given = readArguments(args, { files: ['文件'], values: ['pdf'], flags: ['json'] })
    const file = given.files[0]!
    const out = given.text('pdf')
    if (out === undefined || out === '') throw new UsageError('缺少 --pdf。')
    if (resolve(terminal.folder, out) === resolve(terminal.folder, file)) {
      throw new UsageError('--pdf 不能和读入的文件同名。')
    }
    const bytes = await readTextFile(file, terminal)
    if (!bytes.ok) return bytes
    const page = importPage(bytes.value)
    if (!page.ok) return page
    const { strap, photos } = page.value
    const stories = page.value.stories.map((story, at) => ({
      id: `story-${at + 1}`,
      parts: partsOfImported(story),
    }))
    if (stories.length === 0) {
      return failed('terminal.no-story', '文字里没有认出稿件，没有排版。', '请检查是不是版面文字。')
    }
    const paper = paperOf(defaultPaperId)
    const arrangement = arrangePage({
      paper,
      furniture: null,
      stories,
      photos: photos.map(photo => ({ image: null, width: 0, height: 0, ...photo })),
      strap: strap === null ? null : { text: strap, storyIds: [] },
    })
    const { pagePdf } = await import('../output/page-pdf')
    const pdf = await pagePdf(arrangement.page.painting, {
      title: basename(out).replace(/\.pdf$/i, ''),
      created: terminal.now(),
    })
    const written = await writeWhole(out, pdf.bytes, terminal)
    if (!written.ok) return written

    const headlines = new Map(stories.map(({ id, parts }) => [id, parts.headline]))
    const placed = arrangement.layout.frames.flatMap(frame => {
      if (frame.kind !== 'story') return []
      const { lines, available, overset, underset } = arrangement.page.frames.get(frame.id)!.fit!
      const { column, row, columnSpan, rowSpan, columns, storyId } = frame
      const place = { column, row, columnSpan, rowSpan, columns }
      return [{ headline: headlines.get(storyId ?? ''), ...place, lines, available, overset, underset }]
    })
    const unplaced = arrangement.unplaced.map(id => headlines.get(id))
    return done([{ pdf: out, paper: paper.name, placed, unplaced, missingGlyphs: pdf.missingGlyphs }])
  },
}
