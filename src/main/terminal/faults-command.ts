import { done } from '../../shared/contract/failure'
import { faultNames, type Fault } from '../../shared/page/faults/fault'
import { findFaults } from '../../shared/page/faults/find-faults'
import { readArguments } from './arguments'
import type { Command } from './command'
import { pageArguments, withPage } from './edition-page'

export const faultsCommand: Command = {
  usage: 'EDITION PAGE --json [--data FOLDER]',
  does: '列出一个版的毛病；EDITION 是日期或期号，PAGE 是版次',
  doesInEnglish: 'the layout faults of a page; EDITION is a date or a number',
  async run(args, terminal) {
    const given = readArguments(args, { ...pageArguments, flags: ['json'] })
    return withPage(given, terminal, async ({ newsroom, edition, page }) => {
      const view = await newsroom.pageViews.view(page.id)
      if (!view.ok) return view
      const faults = findFaults(view.value, await newsroom.pageSettings.faultSettings())
      const { date, number } = edition
      return done([{ date, number, page: page.number, name: page.name, faults: faults.map(printed) }])
    })
  },
}

/** A fault in the order of its keys; marks in points from the sheet's top left, `ignored` null or the reason. */
const printed = ({ key, rule, severity, frameIds, message, remedy, marks, ignored }: Fault) => ({
  rule,
  name: faultNames[rule],
  severity,
  message,
  remedy,
  key,
  frames: frameIds,
  marks,
  ignored: ignored && ignored.reason,
})
