import { newsroomNow } from '../../newsroom/newsroom'

/** A person's name and own colour, as they stand at his caret. */
export function personLook(personId: string): { readonly name: string; readonly colour: string } {
  const person = newsroomNow().people.find(one => one.id === personId)
  return { name: person?.name ?? '', colour: person?.colour ?? 'var(--ink-2)' }
}
