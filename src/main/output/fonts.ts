import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PageFace } from '../../shared/page/painting'

const modules = createRequire(import.meta.url)

/** The font file of each face that a page is set in: whole TrueType files, which a PDF can embed and subset. */
const files: Record<PageFace, string> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'serif-black': '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

/** Where a face is looked for when it lacks a character, nearest in colour first. */
export const fallbackFaces: Record<PageFace, readonly PageFace[]> = {
  serif: ['sans', 'serif-bold'],
  'serif-bold': ['serif-black', 'serif', 'sans-bold'],
  'serif-black': ['serif-bold', 'serif', 'sans-bold'],
  sans: ['serif', 'sans-bold'],
  'sans-bold': ['sans', 'serif-bold'],
}

/** The file of a face; found beside the source and from the bundle in out/main alike. */
export function fontPath(face: PageFace): string {
  return modules.resolve(files[face])
}

/** The bytes of a face's file (about 10–15 MB: keep what you read for as long as you write one document). */
export function fontBytes(face: PageFace): Uint8Array {
  return readFileSync(fontPath(face))
}
