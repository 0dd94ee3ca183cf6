import { ptRect } from '../../shared/page/paper'
import { mm, pt } from '../../shared/page/sizes'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BoxItem, Ink, Painting, RuleItem } from '../../shared/page/painting'
import { pagePdf, pagesPdf } from './page-pdf'
import {
  contentsOf,
  hasPoppler,
  objectsOf,
  pixelsOf,
  poppler,
  withoutPoppler,
  wordsOf,
  type ReadWord,
} from './read-pdf-back.testing'
import { place, row, samplePage, smallPage } from './sample-paintings.testing'

const options = { title: '云岭报 1版', created: new Date(0) }

const box = (change: Partial<BoxItem> = {}): BoxItem => ({
  kind: 'box',
  frameId: 'a',
  rect: ptRect(10, 10, 60, 40),
  stroke: pt(0),
  fill: 'tint',
  ...change,
})
const rule = (ink: Ink): RuleItem => ({
  kind: 'rule',
  frameId: 'a',
  x1: pt(10),
  y1: pt(10),
  x2: pt(90),
  y2: pt(10),
  width: pt(0.5),
  ink,
})

const written = async (...items: Painting['items'][number][]) =>
  (await pagePdf(smallPage(...items), options)).bytes

/** Each painting operator of a page with the state that it paints in. */
function paintedIn(content: string) {
  const painted: { operator: string; colour: string; overprints: boolean }[] = []
  let [fill, stroke, overprints] = ['0 g', '0 G', false]
  for (const [operation] of content.matchAll(/[^\n]+/g)) {
    for (const [, operands, operator] of operation.matchAll(
      /(.*?)\b(gs|k|K|g|G|rg|RG|scn|SCN|sc|SC|f|S|TJ|Tj)(?= |$)/g,
    )) {
      if (operator === 'gs') overprints = operands!.includes('/Over')
      else if (/^(k|g|rg|scn|sc)$/.test(operator!)) fill = `${operands!.trim()} ${operator}`
      else if (/^(K|G|RG|SCN|SC)$/.test(operator!)) stroke = `${operands!.trim()} ${operator}`
      else painted.push({ operator: operator!, colour: operator === 'S' ? stroke : fill, overprints })
    }
  }
  return painted
}

let page: Painting
beforeAll(() => {
  page = samplePage()
})

describe('ink', () => {
  it('of a whole page is on the black plate only, and only whole black overprints', async () => {
    const { bytes } = await pagePdf(page, options)
    const [content] = contentsOf(bytes)
    const painted = paintedIn(content!)
    expect(painted.length).toBeGreaterThan(100)
    for (const { operator, colour, overprints } of painted) {
      expect([operator, colour]).toEqual([operator, expect.stringMatching(/^0 0 0 [\d.]+ [kK]$/)])
      expect([colour, overprints]).toEqual([colour, /^0 0 0 1 /.test(colour)])
    }
  })

  it.each<[string, Painting['items'][number], string, string, boolean]>([
    ['text', row('云'), 'TJ', '0 0 0 1 k', true],
    ['grey text', row('云', { ink: 'grey' }), 'TJ', '0 0 0 0.55 k', false],
    ['white text', row('云', { ink: 'paper' }), 'TJ', '0 0 0 0 k', false],
    ['text on its side', row('云', { turn: 90 }), 'Tj', '0 0 0 1 k', true],
    ['a rule', rule('ink'), 'S', '0 0 0 1 K', true],
    ['a grey rule', rule('grey'), 'S', '0 0 0 0.55 K', false],
    ['a ground', box(), 'f', '0 0 0 0.08 k', false],
    ['a white ground', box({ fill: 'paper' }), 'f', '0 0 0 0 k', false],
    ['an outline', box({ fill: null, stroke: pt(0.5) }), 'S', '0 0 0 1 K', true],
  ])('of %s', async (_, item, operator, colour, overprints) => {
    // After other items, whose state must not stay.
    const [content] = contentsOf(await written(row('前'), box(), rule('ink'), item))
    expect(paintedIn(content!).at(-1)).toEqual({ operator, colour, overprints })
  })

  it('knows whole black from lighter ink in whatever order they come', async () => {
    const items = fc.constantFrom<Painting['items'][number]>(
      row('云'),
      row('云', { ink: 'grey' }),
      row('云', { ink: 'paper', turn: 90 }),
      rule('ink'),
      rule('grey'),
      box(),
      box({ fill: 'grey', stroke: pt(1) }),
      place({ image: null }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(items, { maxLength: 12 }), async list => {
        const [content] = contentsOf(await written(...list))
        for (const { colour, overprints } of paintedIn(content!)) {
          expect([colour, overprints]).toEqual([colour, /^0 0 0 1 /.test(colour)])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('states in the file mean overprinting and knocking out', async () => {
    const states = objectsOf(await written(row('云'))).filter(({ dictionary }) =>
      dictionary.includes('/ExtGState\n/'),
    )
    expect(states.map(({ dictionary }) => dictionary.replace(/\s+/g, ' ').trim())).toEqual([
      '<< /Type /ExtGState /OP true /op true /OPM 1 >>',
      '<< /Type /ExtGState /OP false /op false /OPM 0 >>',
    ])
  })
})

const inPoints = (millimetres: number) => (millimetres * 72) / 25.4

/** The boxes of a page, as poppler reads them. */
async function boxesOf(bytes: Uint8Array) {
  const info = await poppler(bytes, 'pdfinfo', '-box')
  const boxOf = (name: string) =>
    new RegExp(`${name}: +([\\d. ]+)`).exec(info)![1]!.trim().split(/\s+/).map(Number)
  return {
    media: boxOf('MediaBox'),
    crop: boxOf('CropBox'),
    bleed: boxOf('BleedBox'),
    trim: boxOf('TrimBox'),
  }
}

/** A box that stands `inset` inside a sheet of this size, to a hundredth of a point. */
const inside = (width: number, height: number, inset: number) =>
  [inset, inset, width - inset, height - inset].map(side => expect.closeTo(side, 1))

describe.skipIf(!hasPoppler)(`the sheet${withoutPoppler}`, () => {
  it.each([
    ['no bleed, no marks', 0, false, 0],
    ['3 mm bleed', 3, false, 3],
    ['marks', 0, true, 3 + 5 + 1],
    ['3 mm bleed and marks', 3, true, 3.5 + 5 + 1],
    ['10 mm bleed and marks', 10, true, 10.5 + 5 + 1],
  ])('has its boxes right: %s', async (_, bleed, cropMarks, margin) => {
    const { bytes } = await pagePdf(smallPage(row('云')), { ...options, bleed: mm(bleed), cropMarks })
    const [width, height] = [200 + 2 * inPoints(margin), 100 + 2 * inPoints(margin)]
    const boxes = await boxesOf(bytes)
    expect(boxes.media).toEqual(inside(width, height, 0))
    expect(boxes.crop).toEqual(inside(width, height, 0))
    expect(boxes.bleed).toEqual(inside(width, height, inPoints(margin - bleed)))
    expect(boxes.trim).toEqual(inside(width, height, inPoints(margin)))
    const word = (await wordsOf(bytes))[0]![0]!
    expect(word.x).toBeCloseTo(inPoints(margin) + 20, 1)
    expect(word.y).toBeCloseTo(inPoints(margin) + 40 - 11.51, 1)
  })

  it('has two marks at each corner, on all plates, outside the bleed and in line with the trimmed page', async () => {
    const { bytes } = await pagePdf(smallPage(), { ...options, bleed: mm(3), cropMarks: true })
    const content = contentsOf(bytes)[0]!
    const marks = [...content.matchAll(/(-?[\d.]+) (-?[\d.]+) m (-?[\d.]+) (-?[\d.]+) l S/g)].map(found =>
      found.slice(1).map(Number),
    ) as [number, number, number, number][]
    expect(marks).toHaveLength(8)
    expect(paintedIn(content).map(({ colour }) => colour)).toEqual(
      marks.map(() => expect.stringMatching(/1 SCN$/)),
    )
    expect(
      objectsOf(bytes).some(({ dictionary }) => dictionary.includes('/Separation /All /DeviceCMYK')),
    ).toBe(true)
    const bleed = inPoints(3)
    for (const [x1, y1, x2, y2] of marks) {
      expect(x1 === x2 ? [0, 200].includes(x1) : [0, 100].includes(y1)).toBe(true)
      const isOutside = [
        Math.max(x1, x2) < -bleed,
        Math.max(y1, y2) < -bleed,
        Math.min(x1, x2) > 200 + bleed,
        Math.min(y1, y2) > 100 + bleed,
      ]
      expect(isOutside.filter(Boolean)).toHaveLength(1)
    }
  })

  it('carries what stands at the page’s edge over the bleed, and nothing beyond it', async () => {
    const edge = box({ fill: 'ink', rect: ptRect(0, 0, 50, 100) })
    const within = box({ fill: 'ink', rect: ptRect(100, 20, 50, 60) })
    const beyond = box({ fill: 'ink', rect: ptRect(160, 40, 90, 20) })
    const { bytes } = await pagePdf(smallPage(edge, within, beyond), {
      ...options,
      bleed: mm(3),
      cropMarks: true,
    })
    const colour = await pixelsOf(bytes)
    const [margin, bleed] = [inPoints(9.5), inPoints(3)]
    const isBlack = (x: number, y: number) => colour(margin + x, margin + y)[0]! < 128
    expect(isBlack(-bleed + 1.5, 50)).toBe(true)
    expect(isBlack(25, -bleed + 1.5)).toBe(true)
    expect(isBlack(25, 100 + bleed - 1.5)).toBe(true)
    expect(isBlack(-bleed - 1.5, 50)).toBe(false)
    expect(isBlack(25, -bleed - 1.5)).toBe(false)
    expect(isBlack(98, 50)).toBe(false)
    expect(isBlack(120, 18)).toBe(false)
    expect(isBlack(200 + bleed - 1.5, 50)).toBe(true)
    expect(isBlack(200 + bleed + 2, 50)).toBe(false)
  })
})

describe.skipIf(!hasPoppler)(`glyphs on their side${withoutPoppler}`, () => {
  it('are turned clockwise about their own origin', async () => {
    const dash = row('—', { size: pt(40), xs: [pt(100)], y: pt(20), turn: 90 })
    const colour = await pixelsOf(await written(dash))
    const dark: [number, number][] = []
    for (let x = 0; x < 200; x++) for (let y = 0; y < 100; y++) if (colour(x, y)[0]! < 128) dark.push([x, y])
    const [xs, ys] = [dark.map(([x]) => x), dark.map(([, y]) => y)]
    // A dash lies above its baseline: on its side it stands right of it, and runs down from its origin.
    expect(Math.min(...xs)).toBeGreaterThan(100)
    expect(Math.max(...xs)).toBeLessThan(130)
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(6)
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(19)
    expect(Math.max(...ys)).toBeGreaterThan(52)
    expect(Math.max(...ys)).toBeLessThan(62)
  })
})

describe.skipIf(!hasPoppler)(`story numbers of a proof${withoutPoppler}`, () => {
  const numbers = [
    { rect: ptRect(60, 20, 60, 40), label: '7' },
    { rect: ptRect(60, 60, 60, 30), label: '12' },
    { rect: ptRect(2, 60, 40, 30), label: '3-2' },
  ]

  it('stand grey in the gutter beside their frames, and after the page’s own text', async () => {
    const painting = smallPage(row('正文', { y: pt(15) }))
    const { bytes } = await pagePdf(painting, { ...options, storyNumbers: numbers })
    const text = await poppler(bytes, 'pdftotext', '-raw')
    expect(text.split(/\s+/).filter(Boolean)).toEqual(['正文', '7', '12', '3-2'])
    const [words] = await wordsOf(bytes)
    const of = (label: string) => words!.find(word => word.text === label)!
    for (const label of ['7', '12']) {
      expect([of(label).x > 50, of(label).right < 60]).toEqual([true, true])
    }
    expect(of('3-2').x).toBeGreaterThanOrEqual(0)
    const colour = await pixelsOf(bytes)
    const [grey] = colour(51.5, 22)
    expect(grey).toBeGreaterThan(90)
    expect(grey).toBeLessThan(190)
  })

  it('stand larger in the page’s margin', async () => {
    const labels = [60, 120].map((x, at) => ({
      rect: ptRect(x, 20, 50, 40),
      label: String(at + 1),
    }))
    const { bytes } = await pagePdf(smallPage(), { ...options, storyNumbers: labels })
    const [[margin, gutter]] = (await wordsOf(bytes)) as [[ReadWord, ReadWord]]
    expect([margin.text, gutter.text]).toEqual(['1', '2'])
    expect((margin.bottom - margin.y) / (gutter.bottom - gutter.y)).toBeCloseTo(12 / 7, 1)
    expect(margin.right).toBeLessThan(60)
    expect(gutter.right).toBeLessThan(120)
  })

  it('belong to each page of their own, and to none where none are given', async () => {
    const painting = smallPage()
    const pages = [{ painting, storyNumbers: numbers.slice(0, 1) }, { painting }]
    const { bytes } = await pagesPdf(pages, options)
    const text = await poppler(bytes, 'pdftotext', '-raw')
    expect(text.split('\f').map(page => page.trim())).toEqual(['7', '', ''])
  })
})
