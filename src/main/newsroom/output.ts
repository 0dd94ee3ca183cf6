import { done, type Result } from '../../shared/contract/failure'
import { composePage } from '../../shared/page/compose/compose'
import { storyIdsOf } from '../../shared/page/layout'
import { pageFactsOf } from '../../shared/page/page-facts'
import { pagePdf } from '../output/page-pdf'
import { findEdition, findPage } from '../store/editions'
import { allPeople } from '../store/people'
import type { Tables } from '../store/transact'
import type { Desk } from './desk'
import { unknownPage } from './editions'
import type { Photos } from './photos'
import type { Stories } from './stories'
import type { Surroundings } from './surroundings'

/** A page on its way to the proofreader. */
export interface PageProof {
  readonly bytes: Uint8Array
  /** File name. */
  readonly name: string
  /** 缺字 */
  readonly missingGlyphs: string[]
}

/** What leaves the newsroom as files. */
export class Output {
  constructor(
    private readonly tables: Tables,
    private readonly desk: Desk,
    private readonly stories: Stories,
    private readonly photos: Photos,
    private readonly world: Surroundings,
  ) {}

  /** 版样 PDF at true size, from the same composition as the screen's. Fails with page.unknown. */
  async pageProof(pageId: string): Promise<Result<PageProof>> {
    const page = await findPage(this.tables, pageId)
    const edition = page && (await findEdition(this.tables, page.editionId))
    if (!page || !edition) return unknownPage()
    const { name: paperName } = await this.desk.paper()
    const parts = await this.stories.parts(storyIdsOf(page.layout))
    const composed = composePage(
      page.layout,
      new Map(parts.map(story => [story.id, story.parts])),
      pageFactsOf(paperName, edition, page, await allPeople(this.tables)),
    )
    const title = `${paperName} ${chineseDate(edition.date)} ${page.number}版 ${page.name}`.trim()
    const { bytes, missingGlyphs } = await pagePdf(composed.painting, {
      title,
      created: this.world.now(),
      photo: async hash => {
        const read = await this.photos.read(hash, 'original')
        return read.ok ? read.value.bytes : null
      },
    })
    return done({ bytes, name: `${title}.pdf`, missingGlyphs })
  }
}

/** 2026-11-24 → 2026年11月24日 */
function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
