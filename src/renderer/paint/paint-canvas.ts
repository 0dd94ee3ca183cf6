import type { Ink, PaintItem, Painting, TextRun } from '../../shared/page/painting'
import { cssFont } from './css-fonts'

export interface PaintStyle {
  /** Device pixels a point. */
  readonly scale: number
  /** The page's inks as CSS colours: paper stays light in the dark, the press has no dark mode. */
  readonly inks: Readonly<Record<Ink, string>>
  /** A decoded photo by its hash, or null while it is not there. */
  readonly photo: (hash: string) => CanvasImageSource | null
}

/** The press's own inks. */
export const pressInks: Readonly<Record<Ink, string>> = {
  ink: '#1a1815',
  grey: '#77726a',
  tint: '#efece5',
  paper: '#fffefb',
}

/**
 * Paints a display list on a canvas whose origin is the painting's top left. Every glyph stands at the x
 * that the setter gave it; the browser lays out nothing.
 */
export function paintCanvas(context: CanvasRenderingContext2D, painting: Painting, style: PaintStyle): void {
  context.save()
  context.scale(style.scale, style.scale)
  paintItems(context, painting.items, style)
  context.restore()
}

/** Device pixels below which a character is a grey speck: its line is painted as a bar of the same grey. */
const leastSize = 2.2
/** Share of its body that Chinese text covers with ink. */
const textGrey = 0.34

/** Paints items on a context that measures in points; its font, fill and stroke are not put back. */
export function paintItems(
  context: CanvasRenderingContext2D,
  items: Iterable<PaintItem>,
  style: PaintStyle,
): void {
  const { scale, inks } = style
  context.textBaseline = 'alphabetic'
  // The setter has placed every cluster by itself: shaping has nothing to kern.
  context.fontKerning = 'none'
  let font = ''
  for (const item of items) {
    switch (item.kind) {
      case 'text': {
        context.fillStyle = inks[item.ink]
        if (item.size * scale < leastSize) {
          paintGrey(context, item)
          break
        }
        const { weight, family } = cssFont(item)
        const wanted = `${weight} ${item.size}px ${family}`
        if (font !== wanted) context.font = font = wanted
        paintRun(context, item)
        break
      }
      case 'rule':
        context.strokeStyle = inks[item.ink]
        context.lineWidth = item.width
        context.beginPath()
        context.moveTo(item.x1, item.y1)
        context.lineTo(item.x2, item.y2)
        context.stroke()
        break
      case 'box': {
        const { x, y, width, height } = item.rect
        if (item.fill) {
          context.fillStyle = inks[item.fill]
          context.fillRect(x, y, width, height)
        }
        if (item.stroke > 0) {
          context.strokeStyle = inks.ink
          context.lineWidth = item.stroke
          context.strokeRect(x, y, width, height)
        }
        break
      }
      case 'image': {
        const { x, y, width, height } = item.rect
        const picture = item.image === null ? null : style.photo(item.image)
        if (picture) {
          const size = sizeOf(picture)
          const { crop } = item
          context.drawImage(
            picture,
            crop.x * size.width,
            crop.y * size.height,
            crop.width * size.width,
            crop.height * size.height,
            x,
            y,
            width,
            height,
          )
        } else {
          context.fillStyle = inks.tint
          context.fillRect(x, y, width, height)
          context.strokeStyle = inks.grey
          context.lineWidth = 0.4
          context.strokeRect(x, y, width, height)
        }
        break
      }
    }
  }
}

function paintRun(context: CanvasRenderingContext2D, run: TextRun): void {
  const { clusters, xs, y, stretch, turn } = run
  if (stretch === 1 && turn === undefined) {
    for (let at = 0; at < clusters.length; at++) context.fillText(clusters[at]!, xs[at]!, y)
    return
  }
  for (let at = 0; at < clusters.length; at++) {
    context.save()
    context.translate(xs[at]!, y)
    if (turn === 90) context.rotate(Math.PI / 2)
    context.scale(stretch, 1)
    context.fillText(clusters[at]!, 0, 0)
    context.restore()
  }
}

function paintGrey(context: CanvasRenderingContext2D, { xs, y, size }: TextRun): void {
  const first = xs[0]
  const last = xs.at(-1)
  if (first === undefined || last === undefined) return
  context.globalAlpha = textGrey
  context.fillRect(first, y - size * 0.8, last - first + size, size * 0.9)
  context.globalAlpha = 1
}

const sizeOf = (picture: CanvasImageSource) =>
  picture instanceof ImageBitmap ? picture : { width: 1, height: 1 }
