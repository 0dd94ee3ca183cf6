import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from './setup/root.mjs'

const value = from => `import { thing } from '${from}'\nexport const used = thing\n`
const type = from => `import type { Thing } from '${from}'\nexport type Used = Thing\n`
const schema = from => `import { thingSchema } from '${from}'\nexport const used = thingSchema\n`

/** Each row: the file that imports, what it imports, and how. */
const forbidden = [
  ['src/shared/clock.ts', 'node:fs'],
  ['src/shared/clock.ts', '../main/serve'],
  ['src/shared/story/parts.ts', '../style/rules'],
  ['src/shared/story/parts.ts', '../typeset'],
  ['src/shared/story/parts.ts', '../page/frame'],
  ['src/shared/story/parts.ts', '../contract'],
  ['src/shared/story/deep/parts.ts', '../../page/frame'],
  ['src/shared/story/parts.ts', '../../main/store/open'],
  ['src/shared/typeset/lines.ts', '../page/frame'],
  ['src/shared/typeset/lines.ts', '../style/rules'],
  ['src/shared/typeset/lines.ts', '../text-place/text-place'],
  ['src/shared/typeset/lines.ts', '../../renderer/ui/theme'],
  ['src/shared/typeset/lines.ts', 'node:crypto'],
  ['src/shared/typeset/lines.ts', 'fs/promises'],
  ['src/shared/typeset/lines.ts', 'electron'],
  ['src/shared/style/rules.ts', '../typeset/lines'],
  ['src/shared/style/rules.ts', '../page/frame'],
  ['src/shared/page/frame.ts', '../style/rules'],
  ['src/shared/page/layout.ts', './changes/page-op'],
  ['src/shared/page/changes/page-op.ts', '../compose/compose'],
  ['src/shared/page/compose/compose.ts', '../view/page-view'],
  ['src/shared/page/edit/drop-story.ts', '../fit/offers'],
  ['src/shared/page/edit/drop-story.ts', '../arrange/arrange'],
  ['src/shared/page/arrange/arrange.ts', '../edit/drop-story'],
  ['src/shared/page/arrange/arrange.ts', '../changes/page-op'],
  ['src/shared/page/faults/rules/runt.ts', '../../edit/level'],
  ['src/shared/page/faults/rules/runt.ts', '../../../style/rules'],
  ['src/shared/page/log/page-desk.ts', '../compose/compose'],
  ['src/shared/page/compose/compose.ts', '../../contract'],
  ['src/shared/budget/lines.ts', '../page'],
  ['src/main/newsroom/stories.ts', '../../shared/page'],
  ['src/renderer/pages/page.ts', '../../shared/page/edit'],
  ['src/renderer/pages/page.ts', '../../shared/page', type],
  ['src/shared/style/marks.ts', '../cleaning/clean'],
  ['src/shared/text-place/place.ts', '../style/rules'],
  ['src/shared/cleaning/clean.ts', '../page/frame'],
  ['src/shared/typeset/lines.ts', '../review/stages'],
  ['src/shared/review/may.ts', '../contract'],
  ['src/shared/page/frame.ts', './page.testing'],
  ['src/shared/page/frame.ts', '../contract'],
  ['src/shared/page/frame.test.ts', '../../main/store/open'],
  ['src/shared/contract/stories.ts', '../page/frame'],
  ['src/shared/contract/stories.ts', '../../main/newsroom'],
  ['src/shared/contract/stories.ts', '../../main/newsroom', type],
  ['src/renderer/editor/view.ts', '../../main/newsroom'],
  ['src/renderer/editor/view.tsx', '../../main/newsroom', type],
  ['src/renderer/editor/view.ts', '../../preload'],
  ['src/renderer/editor/view.ts', 'electron'],
  ['src/renderer/editor/view.ts', 'node:path'],
  ['src/renderer/main.tsx', '../main/serve'],
  ['src/renderer/ui/badge.tsx', '../newsroom/newsroom'],
  ['src/renderer/newsroom/rows.ts', '../paint/faces'],
  ['src/renderer/newsroom/rows.ts', '../budget/row-order'],
  ['src/renderer/paint/faces.ts', '../pages/zoom'],
  ['src/renderer/editor/view.tsx', '../pages/PagePreview'],
  ['src/renderer/budget/table.tsx', '../editor/paste'],
  ['src/renderer/pages/page.ts', '../shell/commands'],
  ['src/renderer/budget/table.tsx', './rows.testing'],
  ['src/main/newsroom/stories.ts', '../../renderer/ui/theme'],
  ['src/main/newsroom/stories.ts', '../../preload/index'],
  ['src/main/newsroom/stories.ts', 'electron'],
  ['src/main/newsroom/stories.ts', '../door/guard'],
  ['src/main/newsroom/stories.ts', './temporary-newsroom.testing'],
  ['src/main/store/rows.ts', '../newsroom/stories'],
  ['src/main/photo-files/iim.ts', '../output/fonts'],
  ['src/main/intake/story/word.ts', '../../output/fonts'],
  ['src/main/output/pdf.ts', '../intake/decode'],
  ['src/main/newsroom/stories.test.ts', 'electron'],
  ['src/main/serve.ts', 'electron'],
  ['src/main/cli.ts', 'electron/main'],
  ['src/main/utility.ts', 'electron'],
  ['src/main/index.ts', './newsroom'],
  ['src/main/index.ts', './store/open'],
  ['src/main/shell/menu.ts', 'electron'],
  ['src/main/shell/menu.ts', 'electron', type],
  ['src/main/shell/menu.ts', '../newsroom'],
  ['src/main/shell/electron-window.ts', '../newsroom'],
  ['src/preload/index.ts', '../main/shell/scheme'],
  ['src/preload/index.ts', '../renderer/ui/theme'],
  ['src/preload/index.ts', 'node:fs'],
  ['scripts/start.mjs', 'electron'],
  ['e2e/door.ts', 'electron'],
]

const allowed = [
  ['src/shared/story/parts.ts', './schema'],
  ['src/shared/story/parts.ts', 'prosemirror-model'],
  ['src/shared/typeset/lines.ts', '../story/parts'],
  ['src/shared/typeset/lines.test.ts', 'node:fs'],
  ['src/shared/style/rules.ts', '../story/parts'],
  ['src/shared/page/frame.ts', '../typeset'],
  ['src/shared/page/frame.ts', '../text-place/text-place'],
  ['src/shared/page/frame.ts', '../story/parts'],
  ['src/shared/page/frame.ts', './layout'],
  ['src/shared/page/fit/offers.ts', '../edit/drop-story'],
  ['src/shared/page/fit/offers.ts', '../arrange/shapes'],
  ['src/shared/page/fit/offers.ts', '../../typeset'],
  ['src/shared/page/faults/rules/runt.ts', '../../view/page-view'],
  ['src/shared/page/log/page-desk.ts', '../migrations/stored'],
  ['src/shared/page/edit/drop-story.ts', '../layout'],
  ['src/shared/contract/stories.ts', '../story/parts', type],
  ['src/shared/contract/stories.ts', '../page/layout', schema],
  ['src/shared/contract/people.ts', '../review/roles', schema],
  ['src/renderer/editor/view.ts', '../../shared/typeset'],
  ['src/renderer/editor/view.ts', '../ui/theme'],
  ['src/renderer/pages/page.ts', '../../shared/page/frame'],
  ['src/renderer/pages/page.ts', '../editor/view'],
  ['src/renderer/paint/faces.ts', '../newsroom/photo-store'],
  ['src/renderer/budget/table.test.ts', './rows.testing'],
  ['src/shared/cleaning/clean.ts', '../style/rules'],
  ['src/shared/style/rules.ts', '../text-place/place'],
  ['src/main/intake/story/word.ts', '../../photo-files/iim'],
  ['src/main/newsroom/stories.ts', '../../shared/contract'],
  ['src/main/newsroom/stories.ts', '../store/open'],
  ['src/main/newsroom/stories.ts', 'node:fs'],
  ['src/main/serve.ts', './newsroom'],
  ['src/main/utility.ts', './newsroom'],
  ['src/main/index.ts', 'electron'],
  ['src/main/index.ts', './shell/menu'],
  ['src/main/shell/electron-window.ts', 'electron'],
  ['src/main/shell/menu.ts', 'node:path'],
  ['src/preload/index.ts', 'electron'],
  ['src/preload/index.ts', '../shared/contract'],
]

const cycle = { 'src/shared/story/a.ts': value('./b'), 'src/shared/story/b.ts': value('./a') }

/** Writes every row into a tree of its own, because one path stands in several rows. */
function write(folder, file, text) {
  const full = join(folder, file)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
}

let trees
/** The rules that each tree broke. */
const broken = new Map()

beforeAll(() => {
  trees = mkdtempSync(join(tmpdir(), 'dayang-rooms-'))
  const lint = (name, files) => {
    const tree = join(trees, name)
    for (const [file, text] of Object.entries(files)) write(tree, file, text)
    copyFileSync(inRoot('oxlint.config.ts'), join(tree, 'oxlint.config.ts'))
    const { stdout } = spawnSync(
      process.execPath,
      [
        inRoot('node_modules/oxlint/bin/oxlint'),
        '--format',
        'json',
        '-c',
        'oxlint.config.ts',
        '--ignore-pattern',
        'oxlint.config.ts',
        '.',
      ],
      { cwd: tree, encoding: 'utf8' },
    )
    const report = JSON.parse(stdout)
    broken.set(name, { rules: report.diagnostics.map(found => found.code), files: report.number_of_files })
  }
  for (const [at, rows] of Object.entries({ forbidden, allowed }))
    for (const [file, from, how = value] of rows) lint(nameOf(at, file, from, how), { [file]: how(from) })
  lint('cycle', cycle)
})

afterAll(() => rmSync(trees, { recursive: true, force: true }))

const nameOf = (at, ...row) =>
  `${at}-${row.map(part => part.name ?? part).join('-')}`.replaceAll(/[^\w-]/g, '_')

describe('the rooms', () => {
  it.each(forbidden.map(([file, from, how = value]) => [file, from, how.name, how]))(
    '%s may not import %s (%s)',
    (file, from, _, how) => {
      expect(broken.get(nameOf('forbidden', file, from, how)).rules).toContain(
        'eslint(no-restricted-imports)',
      )
    },
  )

  it.each(allowed.map(([file, from, how = value]) => [file, from, how.name, how]))(
    '%s may import %s (%s)',
    (file, from, _, how) => {
      expect(broken.get(nameOf('allowed', file, from, how))).toEqual({ rules: [], files: 1 })
    },
  )

  it('takes no two files that import each other', () => {
    expect(broken.get('cycle').rules).toContain('import(no-cycle)')
  })
})
