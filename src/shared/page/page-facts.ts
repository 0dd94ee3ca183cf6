import type { PageFacts } from './layout'

/** Of an edition's record, what its pages print. */
export interface EditionRecord {
  /** YYYY-MM-DD */
  readonly date: string
  readonly number: number
  readonly pages: readonly unknown[]
}

/** Of a page's record, what it prints of itself. */
export interface PageRecord {
  readonly number: number
  readonly name: string
  /** Who answers for the page; null: the first person of each role. */
  readonly credits?: readonly { readonly role: string; readonly name: string }[] | null
}

/** Of a person's record, what pages print. */
export interface PersonRecord {
  readonly name: string
  readonly roles: readonly string[]
  readonly retired: boolean
}

const printedRoles = [
  ['editor', '责编'],
  ['layout', '版面'],
  ['proofreader', '校对'],
] as const

/**
 * What a page's 报头 or 报眉 prints, from the newsroom's records: screen and PDF read it here. A page
 * without people of its own prints the first of each role.
 */
export function pageFactsOf(
  paperName: string,
  edition: EditionRecord,
  page: PageRecord,
  people: readonly PersonRecord[],
): PageFacts {
  const own = page.credits ?? null
  const credits =
    own ??
    printedRoles.flatMap(([role, printed]) => {
      const person = people.find(p => !p.retired && p.roles.includes(role))
      return person ? [{ role: printed, name: person.name }] : []
    })
  return {
    paperName,
    date: edition.date,
    editionNumber: edition.number,
    pageNumber: page.number,
    pageCount: edition.pages.length,
    pageName: page.name,
    credits,
  }
}
