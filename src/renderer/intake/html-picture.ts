/** A picture that HTML speaks of; `bytes` where it holds them. */
export interface FoundPicture {
  readonly bytes: Uint8Array | null
  /** Why it did not come along, as a short clause; null: its bytes are there. */
  readonly lost: string | null
}

/** What is said of a picture that words were pasted without. */
export const sayNot = '粘贴文字时不带图'

/** Characters of a data URL of which nothing is decoded: the newsroom takes no picture beyond 100 MB. */
const longest = 140_000_000

/** Reads an img without fetching anything; null for what is no picture but a dot or a placeholder. */
export function pictureOf(image: Element): FoundPicture | null {
  const [source, later] = ['src', 'data-src'].map(name => (image.getAttribute(name) ?? '').trim()) as [
    string,
    string,
  ]
  const sides = ['width', 'height'].map(name => Number(image.getAttribute(name) ?? Number.NaN))
  if (sides.some(side => side <= 4)) return null
  // WeChat's pages put a drawing in the place of what is fetched later.
  const address = /^data:image\/svg/iu.test(source) || source === '' ? later : source
  if (address === '') return null
  if (/^data:/iu.test(address)) {
    const bytes = address.length > longest ? null : bytesOfUrl(address)
    return bytes ? { bytes, lost: null } : lost('图片损坏')
  }
  if (/^(?:https?:)?\/\//iu.test(address)) return lost('网上的图，没有取')
  if (/^file:/iu.test(address)) return lost('在作者的电脑上，没有随文字来')
  return lost('没有随文字来')
}

const lost = (why: string): FoundPicture => ({ bytes: null, lost: why })

/** The bytes of a base64 data URL; null for any other. */
function bytesOfUrl(address: string): Uint8Array | null {
  const comma = address.indexOf(',')
  if (comma < 0 || !/;base64$/iu.test(address.slice(0, comma))) return null
  try {
    return Uint8Array.from(atob(address.slice(comma + 1)), char => char.charCodeAt(0))
  } catch {
    // Not base64 after all.
    return null
  }
}
