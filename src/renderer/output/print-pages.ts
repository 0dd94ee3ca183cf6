import type { Painting } from '../../shared/page/painting'
import { loadFaces } from '../paint/faces'
import { originalPhotos } from './original-photos'
import { paintSvg } from './paint-svg'

/** The sheet that the printer is asked for: the page's own, or an office size onto which it is scaled. */
export type PrintSheet = 'own' | 'A3' | 'A4'

const sheets = { A3: { width: 297, height: 420 }, A4: { width: 210, height: 297 } } as const

/**
 * Prints pages through the system's dialog, one to a sheet: in the browser and in Electron alike. The desk is
 * hidden from the printer while its dialog is open.
 */
export async function printPages(
  paintings: readonly Painting[],
  sheet: PrintSheet,
  title: string,
): Promise<void> {
  const first = paintings[0]
  if (!first) return
  await loadFaces(paintings)
  const urls: string[] = []
  const photos = new Map<string, { url: string; width: number; height: number }>()
  for (const [hash, { file, picture }] of await originalPhotos(paintings)) {
    const url = URL.createObjectURL(file)
    urls.push(url)
    photos.set(hash, { url, width: picture.width, height: picture.height })
    picture.close()
  }
  const millimetres = (points: number) => (points * 25.4) / 72
  const own = { width: millimetres(first.width), height: millimetres(first.height) }
  const { width, height } = sheet === 'own' ? own : sheets[sheet]
  const style = document.createElement('style')
  style.textContent = `
    @page { size: ${width}mm ${height}mm; margin: 0 }
    @media screen { .print-pages { display: none } }
    @media print {
      html, body, #root { height: auto; overflow: visible; background: none }
      body > :not(.print-pages) { display: none !important }
      .print-pages > div { width: ${width}mm; height: ${height - 0.1}mm; break-after: page; overflow: hidden }
      .print-pages > div:last-child { break-after: auto }
      .print-pages svg { width: 100%; height: 100% }
      .print-pages svg svg { width: auto; height: auto }
    }`
  const room = document.createElement('div')
  room.className = 'print-pages'
  const reader = new DOMParser()
  for (const painting of paintings) {
    const page = document.createElement('div')
    const svg = reader.parseFromString(
      paintSvg(painting, hash => photos.get(hash) ?? null),
      'image/svg+xml',
    )
    page.append(document.importNode(svg.documentElement, true))
    room.append(page)
  }
  document.head.append(style)
  document.body.append(room)
  const before = document.title
  document.title = title
  try {
    await Promise.all([...room.querySelectorAll('image')].map(image => decoded(image)))
    window.print()
  } finally {
    document.title = before
    room.remove()
    style.remove()
    for (const url of urls) URL.revokeObjectURL(url)
  }
}

/** Waits until a picture can be painted; one that cannot is printed as nothing. */
function decoded(image: SVGImageElement): Promise<void> {
  const own = image as SVGImageElement & { decode?: () => Promise<void> }
  return own.decode ? own.decode().catch(() => undefined) : Promise.resolve()
}
