import { done } from '../../shared/contract/failure'
import { readArguments } from './arguments'
import { UsageError, type Command } from './command'
import { pageArguments, withPage } from './edition-page'
import { writeWhole } from './write-file'

export const pageCommand: Command = {
  usage: 'EDITION PAGE --pdf OUT.pdf [--proof] [--data FOLDER]',
  does: '把一个版存成付印 PDF；--proof 存成带稿号的版样',
  doesInEnglish: 'a page as print PDF; with --proof as 版样 with story numbers',
  async run(args, terminal) {
    const { files, values } = pageArguments
    const given = readArguments(args, { files, values: [...values, 'pdf'], flags: ['proof', 'json'] })
    const out = given.text('pdf')
    if (out === undefined || out === '') throw new UsageError('缺少 --pdf。')
    return withPage(given, terminal, async ({ newsroom, edition, page }) => {
      const plain = { cropMarks: false, bleed: 0, colour: 'asIs' } as const
      const made = given.isSet('proof')
        ? await newsroom.output.pageProof(page.id)
        : await newsroom.output.printPdf([page.id], plain)
      if (!made.ok) return made
      const { bytes, missingGlyphs, missingPhotos } = made.value
      const written = await writeWhole(out, bytes, terminal)
      if (!written.ok) return written
      const { date, number } = edition
      return done([
        { pdf: out, date, number, page: page.number, name: page.name, missingGlyphs, missingPhotos },
      ])
    })
  },
}
