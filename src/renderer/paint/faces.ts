import sansBold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import sans from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import serifBlack from '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf?url'
import serifBold from '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf?url'
import serif from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import type { PageFace, Painting } from '../../shared/page/painting'
import { fonts, halfDigitsOf } from './css-fonts'

/** The paper's own faces on the screen: the very files that the PDF embeds. */
const files: Readonly<Record<PageFace, string>> = {
  serif,
  'serif-bold': serifBold,
  'serif-black': serifBlack,
  sans,
  'sans-bold': sansBold,
}

interface WindowFace {
  readonly whole: FontFace
  /** Its half-width digits alone, under a family of their own: a canvas has no other way to ask for them. */
  readonly halfDigits: FontFace
}

const known = new Map<PageFace, WindowFace>()

/** The face, known to the window: read when something is first written in it, some 13 MB each, once for both. */
function faceOf(name: PageFace): WindowFace {
  let face = known.get(name)
  if (!face) {
    const { family, weight } = fonts[name]
    const source = `url("${files[name]}")`
    const style = { weight: String(weight), display: 'swap' } as const
    face = {
      whole: new FontFace(family, source, style),
      halfDigits: new FontFace(halfDigitsOf(family), source, {
        ...style,
        featureSettings: '"hwid"',
        unicodeRange: 'U+30-39',
      }),
    }
    known.set(name, face)
    document.fonts.add(face.whole)
    document.fonts.add(face.halfDigits)
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
export const isSettled = (name: PageFace): boolean => {
  const { whole, halfDigits } = faceOf(name)
  return [whole, halfDigits].every(face => /loaded|error/.test(face.status))
}

/** Reads the faces of some paintings; settles when each can be painted on a canvas (or could not be read). */
export async function loadFaces(paintings: readonly Painting[]): Promise<void> {
  const wanted = new Set(paintings.flatMap(facesOf))
  const faces = [...wanted].flatMap(name => [faceOf(name).whole, faceOf(name).halfDigits])
  await Promise.allSettled(faces.map(face => face.load()))
}
