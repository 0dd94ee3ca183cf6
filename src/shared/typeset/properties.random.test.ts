import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cases } from '../random.testing'
import { Break } from './breaks'
import { em, magazine, milliem, newspaper, resetColumns, setColumns, setParagraph } from './index'
import type { FlowInput, HouseSetting } from './index'
import { giveAt, naturalWidth, shownEnd } from './justify'
import { measureText } from './measure'

const numRuns = cases(10_000)
const pieces: readonly string[] = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
  ...'，，，、、；：。。。！？“”‘’（）《》【】·—…～/',
  '——',
  '……',
  '98%',
  '13.75',
  '2025',
  '1,000',
  '2025—2026',
  '10～20',
  '37.5℃',
  '¥30',
  '№5',
  'Node',
  'GB/T',
  'https://example.cn/a/b?c=d',
  'don’t',
  '"',
  "'",
  '(',
  ')',
  ' ',
  '\u3000',
  '\t',
  '\n',
  '+',
  '-',
  '𠮷',
  '👨‍👩‍👧',
  '🇨🇳',
  'é',
  '①',
  '\u200b',
  '\u00ad',
  '”、“',
  '。”',
  '’。”',
  '」',
  '（《',
  '》）',
]
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map(parts => parts.join(''))
const measureEm = fc.integer({ min: 8, max: 80 }).map(halves => em(halves / 2))
const setting = fc.constantFrom<HouseSetting>(
  newspaper,
  magazine,
  { ...newspaper, markStyle: 'kaiming' },
  { ...newspaper, markStyle: 'half' },
  { ...newspaper, looseProhibition: true },
  { ...newspaper, hanging: true },
)
const indent = fc.constantFrom(em(0), em(2))

describe('whatever is set', () => {
  test('no character is lost or moved, and every line takes some', () => {
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: -1, max: 80_000 }).map(milliem),
        indent,
        setting,
        (text, measure, indent, house) => {
          const set = setParagraph({ text, indent }, measure, house)
          let at = 0
          for (const line of set.lines) {
            expect(line.start).toBe(at)
            expect(line.end > line.start || text === '').toBe(true)
            expect(line.xs.length).toBe(line.to - line.from)
            at = line.end
          }
          expect(at).toBe(text.length)
          expect(set.clusters.join('')).toBe(text)
        },
      ),
      { numRuns },
    )
  })

  test('a prohibition is broken only where no allowed break fits, or inside a long word', () => {
    fc.assert(
      fc.property(text, measureEm, setting, (text, measure, house) => {
        const set = setParagraph({ text, indent: em(0) }, measure, house)
        const m = measureText(text, house)
        for (const line of set.lines.slice(0, -1)) {
          const isChance = (at: number) => (m.breaks[at] as number) >= Break.yes
          let chance = line.to - 1
          while (chance > line.from && !isChance(chance)) chance--
          expect(line.forced).toBe(!isChance(line.to) && chance === line.from)
          if (isChance(line.to) || line.forced) continue
          const word = /[\x21-\u2e7f]+$/u.exec(text.slice(0, line.end))![0]
          const rest = /^[\x21-\u2e7f]+/u.exec(text.slice(line.end))![0]
          expect([...(word + rest)].length).toBeGreaterThanOrEqual(8)
        }
      }),
      { numRuns },
    )
  })

  test('no line is wider than its measure, and glyphs stand in order inside it', () => {
    fc.assert(
      fc.property(text, measureEm, indent, setting, (text, measure, indent, house) => {
        const set = setParagraph({ text, indent }, measure, house)
        const m = measureText(text, house)
        set.lines.forEach((line, n) => {
          const right = measure + house.slack
          const shown = shownEnd(m, line.from, line.to)
          // One cluster alone may be wider than the measure; two never are.
          expect(shown - line.from <= 1 || line.width <= right).toBe(true)
          let give = 0
          for (let i = line.from; i < shown; i++) give += giveAt(m, i, line.from, shown)
          expect(line.natural).toBe(naturalWidth(m, line.from, shown))
          expect(-line.adjust).toBeLessThanOrEqual(give)
          expect(line.width).toBe((n === 0 ? indent : 0) + line.natural + line.adjust)
        })
      }),
      { numRuns },
    )
  })

  test('more looseness never has fewer lines', () => {
    fc.assert(
      fc.property(text, measureEm, setting, (text, measure, house) => {
        let before = 0
        for (const looseness of [-2, -1, 0, 1, 2]) {
          const { length } = setParagraph({ text, indent: em(0), looseness }, measure, house).lines
          expect(length).toBeGreaterThanOrEqual(before)
          before = length
        }
      }),
      { numRuns },
    )
  })

  test('setting after an edit equals setting from nothing', () => {
    const flow = fc.array(
      fc.record({ text, kind: fc.constantFrom('paragraph', 'crosshead', 'byline'), indent }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ) as fc.Arbitrary<FlowInput[]>
    const columns = fc.array(
      fc.record({ measure: fc.constantFrom(em(6), em(11)), lines: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    fc.assert(
      fc.property(flow, flow, fc.nat(5), columns, setting, (before, other, at, columns, house) => {
        const edited = [...before]
        edited.splice(at % before.length, 1, ...other.slice(0, 2))
        const set = resetColumns(setColumns(before, columns, house), edited, columns)
        const fresh = setColumns(edited, columns, house)
        expect(set.columns).toEqual(fresh.columns)
        expect(set.paragraphs.map(p => p.lines.map(l => [l.end, ...Array.from(l.xs)]))).toEqual(
          fresh.paragraphs.map(p => p.lines.map(l => [l.end, ...Array.from(l.xs)])),
        )
        expect([set.lines, set.overset, set.underset]).toEqual([fresh.lines, fresh.overset, fresh.underset])
      }),
      { numRuns },
    )
  })

  test('every line stands in its row, beside what it runs round, wherever its paragraph turns', () => {
    const around = fc.record({
      from: fc.integer({ min: 0, max: 5 }),
      rows: fc.integer({ min: 1, max: 4 }),
      left: fc.integer({ min: 0, max: 8000 }).map(milliem),
      width: fc.integer({ min: 1000, max: 9000 }),
    })
    const columns = fc.array(
      fc.record({
        measure: fc.constantFrom(em(4), em(6), em(11), em(16)),
        lines: fc.integer({ min: 0, max: 6 }),
        around: fc.array(around, { maxLength: 2 }).map(all =>
          all.map(one => ({
            from: one.from,
            to: one.from + one.rows,
            left: one.left,
            right: milliem(one.left + one.width),
          })),
        ),
      }),
      { minLength: 1, maxLength: 5 },
    )
    const flow = fc.array(
      fc.record({
        text: text,
        kind: fc.constantFrom('paragraph' as const, 'crosshead' as const, 'byline' as const),
        indent: fc.constantFrom(em(0), em(2)),
        align: fc.constantFrom('justify' as const, 'center' as const),
        rows: fc.constantFrom(1, 1, 2),
      }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(flow, columns, setting, (inputs, shapes, house) => {
        const set = setColumns(inputs, shapes, house)
        const { slots } = set.source
        set.columns.forEach((column, at) => {
          for (const { paragraph, line, row } of column) {
            const own = set.paragraphs[paragraph]!
            const { from, to, xs, width } = own.lines[line]!
            const slot = slots.find(one => one.column === at && one.row === row)!
            const shown = own.clusters.slice(from, to).filter(cluster => cluster.trim() !== '').length
            if (shown === 0) continue
            // An opening mark's origin may lie half an em before its ink.
            expect(xs[0]).toBeGreaterThanOrEqual(slot.left - 500)
            expect(shown <= 1 || width <= slot.left + slot.width).toBe(true)
          }
        })
      }),
      { numRuns },
    )
  })

  test('every line of the flow is placed once, in order, or counted as overset', () => {
    const columns = fc.array(
      fc.record({
        measure: fc.constantFrom(em(6), em(11), em(16)),
        lines: fc.integer({ min: 0, max: 8 }),
        around: fc.constantFrom(undefined, [{ from: 1, to: 3, left: em(4), right: em(9) }]),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        columns,
        setting,
        (texts, columns, house) => {
          const shapes = columns.map(({ around, ...shape }) => (around ? { ...shape, around } : shape))
          const set = setColumns(
            texts.map(text => ({ kind: 'paragraph', text, indent: em(2) })),
            shapes,
            house,
          )
          const seen = set.columns.flat().map(line => line.paragraph * 1000 + line.line)
          const all = set.paragraphs.flatMap((p, i) => p.lines.map((_, n) => i * 1000 + n))
          expect(seen).toEqual(all.slice(0, seen.length))
          expect(set.overset.lines > 0 || seen.length === all.length).toBe(true)
          set.columns.forEach((column, c) => {
            for (const line of column) expect(line.row + line.rows).toBeLessThanOrEqual(shapes[c]?.lines ?? 0)
          })
        },
      ),
      { numRuns },
    )
  })
})

test('a wider measure never takes more lines than one narrower by a quarter or more', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'字文，。'), minLength: 1, maxLength: 80 }),
      measureEm,
      (text, measure) => {
        const house = { ...newspaper, leastLastLine: 0 }
        const narrow = setParagraph({ text, indent: em(0) }, measure, house).lines.length
        const wide = setParagraph({ text, indent: em(0) }, milliem(Math.ceil(measure * 1.25)), house).lines
          .length
        expect(wide).toBeLessThanOrEqual(narrow)
      },
    ),
    { numRuns },
  )
})
