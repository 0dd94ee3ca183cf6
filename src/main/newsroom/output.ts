import { mm } from '../../shared/page/sizes'
import { done, type Result } from '../../shared/contract/failure'
import type { PrintOptions } from '../../shared/contract'
import type { PagePdfOptions, PdfPage, StoryNumber } from '../output/page-pdf'
import type { PageViews, RecordedView } from './page-views'
import type { Photos } from './photos'
import type { World } from './world'

/** Pages as a PDF file. */
export interface PagesFile {
  readonly bytes: Uint8Array
  /** File name. */
  readonly name: string
  /** 缺字 */
  readonly missingGlyphs: string[]
  /** Captions of photos that stand as empty frames. */
  readonly missingPhotos: string[]
}

/** What leaves the newsroom as PDF. */
export class Output {
  constructor(
    private readonly views: PageViews,
    private readonly photos: Photos,
    private readonly world: World,
  ) {}

  /**
   * 版样 PDF at true size with story numbers, from the same composition as the screen's. Fails with
   * page.unknown or page.damaged.
   */
  async pageProof(pageId: string): Promise<Result<PagesFile>> {
    const view = await this.views.view(pageId)
    return view.ok ? done(await this.proofOf(view.value)) : view
  }

  /** The same of a page that is composed already. */
  proofOf(view: RecordedView): Promise<PagesFile> {
    return this.#pdf([view], '', {}, storyNumbersOf)
  }

  /** Print PDF of pages of one edition, in their order. Fails with page.unknown, page.damaged, output.editions. */
  async printPdf(pageIds: readonly string[], options: PrintOptions): Promise<Result<PagesFile>> {
    const views = await this.views.ofOneEdition(pageIds)
    if (!views.ok) return views
    const { colour, bleed, cropMarks } = options
    return done(await this.#pdf(views.value, '付印', { colour, bleed: mm(bleed), cropMarks }, () => []))
  }

  async #pdf(
    views: readonly RecordedView[],
    kind: string,
    options: Pick<PagePdfOptions, 'colour' | 'bleed' | 'cropMarks'>,
    numbers: (view: RecordedView) => StoryNumber[],
  ): Promise<PagesFile> {
    const title = `${titleOf(views)} ${kind}`.trim()
    const pages = views.map((view): PdfPage => ({
      painting: view.composed.painting,
      name: pageName(view),
      storyNumbers: numbers(view),
    }))
    // The PDF writer is a third of the newsroom's code, and its start waits for nothing that it can do without.
    const { pagesPdf } = await import('../output/page-pdf')
    const { bytes, missingGlyphs, missingPhotos } = await pagesPdf(pages, {
      ...options,
      title,
      created: this.world.now(),
      photo: async hash => {
        const read = await this.photos.read(hash, 'original')
        return read.ok ? read.value.bytes : null
      },
    })
    return {
      bytes,
      name: `${title}.pdf`,
      missingGlyphs,
      missingPhotos: missingPhotos.map(({ page, frameId, hash }) => photoName(views[page]!, frameId, hash)),
    }
  }
}

const pageName = ({ page }: RecordedView) => `${page.number}版 ${page.name}`.trim()

/** 云岭报 2026年11月24日 1版 要闻; of several pages their numbers: 1、3版. */
function titleOf(views: readonly RecordedView[]): string {
  const [first] = views
  const { paperName } = first!.facts
  const which = views.length === 1 ? pageName(first!) : `${views.map(view => view.page.number).join('、')}版`
  return `${paperName} ${chineseDate(first!.record.date)} ${which}`
}

/** 2026-11-24 → 2026年11月24日 */
function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** How a photo is called that stands as an empty frame. */
function photoName(view: RecordedView, frameId: string, hash: string): string {
  const frame = view.layout.frames.find(one => one.id === frameId)
  if (frame?.kind === 'ad') return `${pageName(view)} 广告${frame.client && `（${frame.client}）`}`
  const shown = view.composed.frames.get(frameId)?.photos.find(({ photo }) => photo.image === hash)
  return `${pageName(view)} ${shown?.photo.caption || '没有图说的图片'}`
}

/** 序号 of the stories on a page: its story frames' stories in reading order, each once. */
export function storiesInOrder(view: Pick<RecordedView, 'layout'>): string[] {
  const ids = view.layout.frames.flatMap(frame =>
    frame.kind === 'story' && frame.storyId !== null ? [frame.storyId] : [],
  )
  return [...new Set(ids)]
}

/** What a 版样 shows at each story frame: 3; the second frame of the same story 3-2. */
function storyNumbersOf(view: RecordedView): StoryNumber[] {
  const order = storiesInOrder(view)
  const met = new Map<string, number>()
  return view.layout.frames.flatMap(frame => {
    const composed = view.composed.frames.get(frame.id)
    if (frame.kind !== 'story' || frame.storyId === null || !composed) return []
    const time = (met.get(frame.storyId) ?? 0) + 1
    met.set(frame.storyId, time)
    const number = order.indexOf(frame.storyId) + 1
    return [{ rect: composed.rect, label: time === 1 ? `${number}` : `${number}-${time}` }]
  })
}
