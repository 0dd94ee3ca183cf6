import type { Ink, Painting, PaintItem, TextRun } from '../../shared/page/painting'
import { cssFont } from '../paint/css-fonts'

const inks: Readonly<Record<Ink, string>> = { ink: '#000', grey: '#777', tint: '#ececec', paper: '#fff' }

const n = (value: number) => String(Math.round(value * 1000) / 1000)

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark)

/**
 * A painting as SVG in points: every glyph at the x that the setter gave it, photos clipped to their crop. For
 * the printer, which takes text as text; the screen has its canvas. `photo` gives a photo's address and size.
 */
export function paintSvg(
  painting: Painting,
  photo: (hash: string) => { readonly url: string; readonly width: number; readonly height: number } | null,
): string {
  const { width, height } = painting
  const body = painting.items.map(item => svgOf(item, photo)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}">${body}</svg>`
}

function svgOf(item: PaintItem, photo: Parameters<typeof paintSvg>[1]): string {
  switch (item.kind) {
    case 'text':
      return textOf(item)
    case 'rule': {
      const ends = `x1="${n(item.x1)}" y1="${n(item.y1)}" x2="${n(item.x2)}" y2="${n(item.y2)}"`
      return `<line ${ends} stroke="${inks[item.ink]}" stroke-width="${n(item.width)}"/>`
    }
    case 'box': {
      const fill = item.fill === null ? 'none' : inks[item.fill]
      const stroke = item.stroke > 0 ? ` stroke="${inks.ink}" stroke-width="${n(item.stroke)}"` : ''
      return `<rect ${placeOf(item.rect)} fill="${fill}"${stroke}/>`
    }
    case 'image': {
      const found = item.image === null ? null : photo(item.image)
      if (!found) {
        return `<rect ${placeOf(item.rect)} fill="${inks.tint}" stroke="${inks.grey}" stroke-width="0.4"/>`
      }
      const { crop } = item
      const window = [
        crop.x * found.width,
        crop.y * found.height,
        crop.width * found.width,
        crop.height * found.height,
      ]
      const picture = `<image href="${escaped(found.url)}" width="${found.width}" height="${found.height}"/>`
      // An inner svg clips to its own window.
      return `<svg ${placeOf(item.rect)} viewBox="${window.map(n).join(' ')}" preserveAspectRatio="none">${picture}</svg>`
    }
  }
}

const placeOf = (rect: { x: number; y: number; width: number; height: number }) =>
  `x="${n(rect.x)}" y="${n(rect.y)}" width="${n(rect.width)}" height="${n(rect.height)}"`

function textOf(run: TextRun): string {
  const { weight, family } = cssFont(run)
  const font = `font-family="${family}" font-weight="${weight}" font-size="${n(run.size)}" fill="${inks[run.ink]}"`
  const plain = run.stretch === 1 && run.turn === undefined
  if (plain && run.clusters.every(cluster => cluster.length === 1)) {
    const xs = run.xs.map(n).join(' ')
    return `<text ${font} x="${xs}" y="${n(run.y)}" xml:space="preserve">${escaped(run.clusters.join(''))}</text>`
  }
  // Clusters of several code units, narrowed or turned glyphs: each by itself.
  const glyphs = run.clusters.map((cluster, at) => {
    const turn = run.turn === undefined ? '' : ` rotate(${run.turn})`
    const scale = run.stretch === 1 ? '' : ` scale(${n(run.stretch)} 1)`
    const place = `translate(${n(run.xs[at] ?? 0)} ${n(run.y)})${turn}${scale}`
    return `<text transform="${place}" xml:space="preserve">${escaped(cluster)}</text>`
  })
  return `<g ${font}>${glyphs.join('')}</g>`
}
