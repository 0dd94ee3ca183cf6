import { create } from 'zustand'

/** The last thing that the page desk did, said in the footer and to screen readers until something else is said. */
export const usePageSays = create<{ readonly words: string }>(() => ({ words: '' }))

let hushed: ReturnType<typeof setTimeout> | undefined

/** How long words stand. */
const stand = 6000

export function sayOnPage(words: string): void {
  clearTimeout(hushed)
  usePageSays.setState({ words })
  hushed = setTimeout(() => usePageSays.setState({ words: '' }), stand)
}
