import { peopleIn, saysDeed } from './people'
import { readSignature } from './signature'

/**
 * A byline in the house's form: names stand in full-width brackets, （王倩茹）. What says a deed (郭佳丽 摄影报道, 县委宣传部 供稿)
 * or has a marker of its own (□王倩茹) stands as it is, and so does what is not a byline.
 */
export function houseByline(text: string): string {
  const line = text.trim()
  const inner = /^[（(]([^（）()]*)[）)]$/u.exec(line)?.[1]?.trim() ?? line
  const bracketed = `（${inner}）`
  const isKnown = peopleIn(inner) !== null || readSignature(bracketed) !== null
  if (!isKnown || saysDeed(inner) || /^[口□◇■◆◎○●▲△]/u.test(inner)) return text
  return bracketed
}
