import sansBold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import sans from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import serifBlack from '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf?url'
import serifBold from '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf?url'
import serif from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import type { PageFace, Painting } from '../../shared/page'

/** The paper's own faces on the screen: the very files that the PDF embeds. */
const files: Readonly<Record<PageFace, readonly [family: string, weight: string, url: string]>> = {
  serif: ['Dayang Serif', '400', serif],
  'serif-bold': ['Dayang Serif', '700', serifBold],
  'serif-black': ['Dayang Serif', '900', serifBlack],
  sans: ['Dayang Sans', '400', sans],
  'sans-bold': ['Dayang Sans', '700', sansBold],
}

const known = new Map<PageFace, FontFace>()

/** The face, known to the window: read when something is first written in it, some 13 MB each. */
function faceOf(name: PageFace): FontFace {
  let face = known.get(name)
  if (!face) {
    const [family, weight, url] = files[name]
    face = new FontFace(family, `url("${url}")`, { weight, display: 'swap' })
    known.set(name, face)
    document.fonts.add(face)
  }
  return face
}

/** Tells the window of the paper's faces. Before anything is written in them. */
export function registerFaces(): void {
  for (const name of Object.keys(files) as PageFace[]) faceOf(name)
}

/** The faces that a painting's text is set in. */
export function facesOf(painting: Painting): PageFace[] {
  const found = new Set<PageFace>()
  for (const item of painting.items) if (item.kind === 'text') found.add(item.face)
  return [...found]
}

/** Whether a face need not be waited for: it can be painted, or its file could not be read. */
export const isSettled = (name: PageFace): boolean => /loaded|error/.test(faceOf(name).status)

/** Reads the faces of some paintings; settles when each can be painted on a canvas (or could not be read). */
export async function loadFaces(paintings: readonly Painting[]): Promise<void> {
  const wanted = new Set(paintings.flatMap(facesOf))
  await Promise.allSettled([...wanted].map(name => faceOf(name).load()))
}
