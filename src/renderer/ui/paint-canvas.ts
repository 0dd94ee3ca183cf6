import type { Ink, PageFace, Painting } from '../../shared/page'

/** CSS fonts of the page's faces: the very files that the PDF embeds (faces.ts). */
const fonts: Readonly<Record<PageFace, readonly [weight: number, family: string]>> = {
  serif: [400, 'Dayang Serif'],
  'serif-bold': [700, 'Dayang Serif'],
  'serif-black': [900, 'Dayang Serif'],
  sans: [400, 'Dayang Sans'],
  'sans-bold': [700, 'Dayang Sans'],
}

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
  const { scale, inks } = style
  context.save()
  context.scale(scale, scale)
  context.textBaseline = 'alphabetic'
  let font = ''
  for (const item of painting.items) {
    switch (item.kind) {
      case 'text': {
        const [weight, family] = fonts[item.face]
        const wanted = `${weight} ${item.size}px "${family}"`
        if (font !== wanted) context.font = font = wanted
        context.fillStyle = inks[item.ink]
        item.clusters.forEach((cluster, at) => {
          const x = item.xs[at] ?? 0
          if (item.stretch === 1) {
            context.fillText(cluster, x, item.y)
          } else {
            context.save()
            context.translate(x, item.y)
            context.scale(item.stretch, 1)
            context.fillText(cluster, 0, 0)
            context.restore()
          }
        })
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
  context.restore()
}

const sizeOf = (picture: CanvasImageSource) =>
  picture instanceof ImageBitmap ? picture : { width: 1, height: 1 }
