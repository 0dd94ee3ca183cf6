import { pt } from '../../shared/page/sizes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ComposedFrame, ComposedPage } from '../../shared/page/compose/composed'
import type { PaintItem } from '../../shared/page/painting'
import { ptRect, type Rect } from '../../shared/page/paper'
import { changedPlaces } from './changed-places'
import { PagePainter, type Shot } from './page-painter'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A canvas that knows which items it would show where: the last list painted over each cell of a coarse grid. */
class CellCanvas {
  width = 0
  height = 0
  readonly cells = new Map<string, string[]>()
  #clip: Box[] = []
  #path: Box[] = []
  #origin = { x: 0, y: 0 }
  #scale = 1
  fillStyle = ''
  strokeStyle = ''
  lineWidth = 0
  globalAlpha = 1
  font = ''
  textBaseline = ''
  fontKerning = ''

  getContext = () => this as unknown as CanvasRenderingContext2D
  save() {}
  restore() {
    this.#clip = []
    this.#scale = 1
    this.#origin = { x: 0, y: 0 }
  }
  beginPath() {
    this.#path = []
  }
  rect(x: number, y: number, width: number, height: number) {
    this.#path.push({ x, y, width, height })
  }
  clip() {
    this.#clip = this.#path
  }
  setTransform(scale: number, _b: number, _c: number, _d: number, x: number, y: number) {
    this.#scale = scale
    this.#origin = { x, y }
  }
  moveTo() {}
  lineTo() {}
  stroke() {}
  drawImage() {}
  strokeRect() {}
  fillText(text: string, x: number, y: number) {
    this.#mark(`字${text}`, { x, y: y - 8, width: 8, height: 8 })
  }
  fillRect(x: number, y: number, width: number, height: number) {
    // Paper over everything in the clip, or a filled box.
    const isGround = this.#scale === 1 && this.#origin.x === 0 && this.#origin.y === 0
    if (isGround) this.#each({ x, y, width, height }, cell => this.cells.set(cell, []))
    else this.#mark(`框${this.fillStyle}`, { x, y, width, height })
  }
  #mark(what: string, rect: Box) {
    const pixels = {
      x: rect.x * this.#scale + this.#origin.x,
      y: rect.y * this.#scale + this.#origin.y,
      width: rect.width * this.#scale,
      height: rect.height * this.#scale,
    }
    this.#each(pixels, cell => this.cells.set(cell, [...(this.cells.get(cell) ?? []), what]))
  }
  #each(rect: Box, work: (cell: string) => void) {
    const [left, top] = [Math.max(0, Math.floor(rect.x)), Math.max(0, Math.floor(rect.y))]
    for (let x = left; x < Math.min(this.width, rect.x + rect.width); x++) {
      for (let y = top; y < Math.min(this.height, rect.y + rect.height); y++) {
        const isIn = this.#clip.some(
          clip => x >= clip.x && x < clip.x + clip.width && y >= clip.y && y < clip.y + clip.height,
        )
        if (isIn) work(`${x} ${y}`)
      }
    }
  }
}

const size = { width: pt(48), height: pt(36) }
const window: Rect = ptRect(0, 0, 48, 36)

const frameOf = (frameId: string, at: Rect, ...lines: string[]): ComposedFrame => {
  const items: PaintItem[] = [
    { kind: 'box', frameId, rect: at, stroke: pt(0), fill: 'tint' },
    ...lines.map((text, line): PaintItem => ({
      kind: 'text',
      frameId,
      face: 'serif',
      size: pt(8),
      stretch: 1,
      clusters: [...text],
      xs: [...text].map((_, n) => pt(at.x + n * 8)),
      y: pt(at.y + 8 + line * 9),
      ink: 'ink',
      line,
      source: null,
    })),
  ]
  return {
    frameId,
    items,
    fit: null,
    hides: false,
    rect: at,
    rects: [at],
    head: null,
    photos: [],
    columns: [],
    body: null,
    firstColumn: 0,
    jumps: { to: null, from: null },
  }
}
const pageOf = (frames: readonly ComposedFrame[]): ComposedPage => ({
  painting: { ...size, items: frames.flatMap(frame => frame.items) },
  frames: new Map(frames.map(frame => [frame.frameId, frame])),
})
const shotOf = (page: ComposedPage, more: Partial<Shot> = {}): Shot => {
  return { page, window, scale: 1, pictures: new Map(), restored: 0, ...more }
}
const shownBy = (canvas: CellCanvas) => [...canvas.cells].sort()
const paintedWhole = (shot: Shot) => {
  const canvas = new CellCanvas()
  new PagePainter().paint(canvas as unknown as HTMLCanvasElement, shot)
  return shownBy(canvas)
}

describe('painting a page again', () => {
  // Mostly only the text changes.
  const home = ptRect(4, 4, 20, 16)
  const length = (max: number) => fc.integer({ min: 4, max })
  const place = fc
    .tuple(fc.nat(36), fc.nat(24), length(24), length(16))
    .map(([x, y, width, height]) => ptRect(x, y, width, height))
  const line = fc.constantFrom('甲', '乙丙', '丁戊己', '')
  const look = fc.record({ at: fc.oneof(place, fc.constant(home)), lines: fc.array(line, { maxLength: 3 }) })
  const ids = ['a', 'b', 'c', 'd']
  const frames = fc.tuple(fc.subarray(ids), fc.array(look, { minLength: 4, maxLength: 4 }))

  it('shows what painting it whole shows, whatever has changed', () => {
    fc.assert(
      fc.property(
        fc.array(frames, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 2 }),
        (pages, scale) => {
          const painter = new PagePainter()
          const canvas = new CellCanvas()
          const known = new Map<string, ComposedFrame>()
          for (const [present, looks] of pages) {
            const page = pageOf(
              present.map(id => {
                const { at, lines } = looks[ids.indexOf(id)]!
                const key = `${id} ${JSON.stringify(at)} ${lines.join('/')}`
                const frame = known.get(key) ?? frameOf(id, at, ...lines)
                known.set(key, frame)
                return frame
              }),
            )
            const shot = shotOf(page, { scale })
            painter.paint(canvas as unknown as HTMLCanvasElement, shot)
            expect(shownBy(canvas)).toEqual(paintedWhole(shot))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('touches only the frames that have changed', () => {
    const still = frameOf('still', ptRect(0, 0, 20, 10), '甲')
    const painter = new PagePainter()
    const canvas = new CellCanvas() as unknown as HTMLCanvasElement
    const first = pageOf([still, frameOf('other', ptRect(30, 24, 16, 10), '乙')])
    expect(painter.paint(canvas, shotOf(first))).toEqual({ whole: true, frames: 2 })
    expect(painter.paint(canvas, shotOf(first))).toEqual({ whole: false, frames: 0 })
    const second = pageOf([still, frameOf('other', ptRect(30, 18, 16, 10), '乙')])
    expect(painter.paint(canvas, shotOf(second))).toEqual({ whole: false, frames: 1 })
    expect(painter.paint(canvas, shotOf(second, { scale: 2 }))).toMatchObject({ whole: true })
    expect(painter.paint(canvas, shotOf(second, { scale: 2, restored: 1 }))).toMatchObject({ whole: true })
  })

  it('touches only the lines that have changed', () => {
    const at = ptRect(0, 0, 24, 36)
    const lines = ['甲乙', '丙丁', '戊己']
    const long = (...changed: string[]) => frameOf('long', at, ...lines, ...lines, ...lines, ...changed)
    expect(changedPlaces(long('庚'), long('庚'))).toEqual([])
    const [place, ...others] = changedPlaces(long('庚辛'), long('庚壬'))
    expect(others).toEqual([])
    expect(place!.height).toBeLessThan(20)
    expect(place!.y).toBeGreaterThan(70)
    // A line that is gone leaves its place to be painted.
    expect(changedPlaces(long('庚辛'), long()).map(one => [one.x, one.y])).toEqual([[place!.x, place!.y]])
    // Lines of two columns are two places.
    const next = ptRect(34, 0, 24, 36)
    const both = (text: string): ComposedFrame => {
      const right = frameOf('long', next, ...lines, text)
      return { ...right, items: [...frameOf('long', at, ...lines, ...lines, text).items, ...right.items] }
    }
    expect(changedPlaces(both('庚辛'), both('庚壬'))).toHaveLength(2)
    // What most of it is new is painted whole.
    expect(changedPlaces(frameOf('a', at, '甲'), frameOf('a', ptRect(0, 9, 24, 36), '乙'))).toHaveLength(2)
  })
})
