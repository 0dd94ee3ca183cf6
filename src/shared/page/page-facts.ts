import type { PageFacts } from './layout'

/** Of an edition's record, what its pages print. */
interface EditionRecord {
  /** YYYY-MM-DD */
  readonly date: string
  readonly number: number
  readonly pages: readonly unknown[]
}

interface PageRecord {
  readonly number: number
  readonly name: string
}

interface PersonRecord {
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
 * What a page's 报头 or 报眉 prints, from the newsroom's records: screen and PDF read it here. Until pages
 * have people of their own, the first of each role signs for every page.
 */
export function pageFactsOf(
  paperName: string,
  edition: EditionRecord,
  page: PageRecord,
  people: readonly PersonRecord[],
): PageFacts {
  const credits = printedRoles.flatMap(([role, printed]) => {
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
