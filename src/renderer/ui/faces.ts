import sansBold from '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url'
import sans from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import serifBlack from '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf?url'
import serifBold from '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf?url'
import serif from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'

/** The paper's own faces on the screen: the very files that the PDF embeds. */
const files = [
  { family: 'Dayang Serif', weight: '400', url: serif },
  { family: 'Dayang Serif', weight: '700', url: serifBold },
  { family: 'Dayang Serif', weight: '900', url: serifBlack },
  { family: 'Dayang Sans', weight: '400', url: sans },
  { family: 'Dayang Sans', weight: '700', url: sansBold },
] as const

let loading: Promise<void> | null = null

/** Loads the faces once; settles when every one can be painted on a canvas (or could not be read). */
export function loadFaces(): Promise<void> {
  loading ??= Promise.allSettled(
    files.map(async ({ family, weight, url }) => {
      const face = new FontFace(family, `url("${url}")`, { weight, display: 'swap' })
      document.fonts.add(face)
      await face.load()
    }),
  ).then(() => undefined)
  return loading
}
