import type { StoryFrame } from '../../layout'
import type { PageView } from '../../view/page-view'
import { mm, mmToPt, pt } from '../../sizes'
import type { FaultRule, FoundFault } from '../fault'
import { placedStories, textColumns, type PlacedStory } from '../placed-stories'
import { boundsOf, millimetres } from '../rects'

/** The least of a story that is worth turning a page for, as column depth: 6 inches. */
const leastJump = mmToPt(mm(6 * 25.4))

/** 下转第3版, 上接1版, as somebody has typed it into a text. */
const typedJump = /(下转|上接)\s*第?\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*版/gu

/**
 * 转版不符 (newsroom.md 3.4, 12; P18): a piece that goes on from nowhere, an empty one, a story that turns the
 * page twice, 下转 or 上接 typed into the text with another page than the real one, or so little that turned the
 * page that nobody follows it.
 */
export const badJump: FaultRule = {
  id: 'badJump',
  severity: 'error',
  find(view) {
    return placedStories(view).flatMap(story => [...ofPiece(view, story), ...typed(story)])
  },
}

function ofPiece(view: PageView, story: PlacedStory): FoundFault[] {
  const { frame, composed, name } = story
  const frameIds = [frame.id]
  const marks = [composed.rect]
  if (!frame.continues || frame.storyId === null || !story.story) return []
  const pages = pagesBefore(view, frame)
  if (pages === null) {
    const message = `${name}在这里接排，可前面的版上没有它的上半篇`
    return [
      {
        frameIds,
        where: 'start',
        marks,
        message,
        remedy: '把上半篇排到前面的版上，或者去掉“接前文”的勾，从头排起。',
      },
    ]
  }
  const found: FoundFault[] = []
  const turns = [...new Set([...pages, view.facts.pageNumber])]
  if (turns.length > 2) {
    const message = `${name}转了 ${turns.length - 1} 次版（第 ${turns.join('、')} 版），读的人跟不上`
    found.push({ frameIds, where: 'twice', marks, message, remedy: '只转一次：余下的都排在一个版上。' })
  }
  const columns = textColumns(view, story).flatMap(column => (column.text ? [column] : []))
  if (columns.length === 0) {
    const message = `${name}接排的这一块是空的，前面已经排完了`
    found.push({ frameIds, where: 'empty', marks, message, remedy: '去掉这一块，或者把前面的文框缩短。' })
  } else if (composed.jumps.from !== null) {
    const depth = columns.reduce((sum, column) => sum + column.rows, 0) * view.layout.paper.pitch
    if (depth < leastJump) {
      found.push({
        frameIds,
        where: 'little',
        marks: [boundsOf(columns.map(column => column.text!))!],
        message: `${name}从第 ${composed.jumps.from} 版转来的文字只有 ${millimetres(pt(depth))} 毫米长，不值得翻一次版`,
        remedy: `多转一些过来，到 ${millimetres(leastJump)} 毫米以上；或者在前一版上删到排得下。`,
        severity: 'warn',
      })
    }
  }
  return found
}

/** The pages on which a story stands before a piece of it, in order; null where there are none. */
function pagesBefore({ layout, facts, edition }: PageView, frame: StoryFrame): number[] | null {
  const others = (edition?.pages ?? []).filter(page => page.number < facts.pageNumber)
  const pages = [...others].sort((a, b) => a.number - b.number)
  // A piece that does not continue begins the story anew: what stood before it is another placing.
  let found: number[] = []
  const meet = (page: number, one: StoryFrame) => {
    found = one.continues && found.length > 0 ? [...found, page] : [page]
  }
  for (const { number, layout: there } of pages) {
    for (const one of there.frames)
      if (one.kind === 'story' && one.storyId === frame.storyId) meet(number, one)
  }
  for (const one of layout.frames) {
    if (one === frame || one.id === frame.id) break
    if (one.kind === 'story' && one.storyId === frame.storyId) meet(facts.pageNumber, one)
  }
  return found.length === 0 ? null : found
}

function typed({ frame, story, composed, name }: PlacedStory): FoundFault[] {
  if (!story) return []
  const words = [
    story.headline,
    ...story.blocks.flatMap(block => (block.kind === 'photo' ? [] : [block.text])),
  ]
  const seen = new Set<string>()
  return words.flatMap(text =>
    [...text.matchAll(typedJump)].flatMap(([whole, way = '', digits = '']): FoundFault[] => {
      const page = numberOf(digits)
      const real = way === '下转' ? composed.jumps.to : composed.jumps.from
      if (page === real || seen.has(whole)) return []
      seen.add(whole)
      // What stands on the other page of a story that turns says it there.
      if (way === '下转' ? composed.jumps.from === page : composed.jumps.to === page) return []
      return [
        {
          frameIds: [frame.id],
          where: `typed-${way === '下转' ? 'to' : 'from'}-${page}`,
          marks: [composed.rect],
          message: `${name}的文字里写着“${whole}”，${real === null ? '可它没有转版' : `实际是第 ${real} 版`}`,
          remedy: '删掉这几个字：转版的字样会自己印上去。',
        },
      ]
    }),
  )
}

const han = '〇一二三四五六七八九十'

/** 3, ３ and 十二 as numbers. */
function numberOf(digits: string): number {
  const plain = digits.replace(/[０-９]/gu, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  if (/^[0-9]+$/u.test(plain)) return Number(plain)
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain]
  const value = (text: string | undefined, none: number) => (text ? Math.max(0, han.indexOf(text)) : none)
  return (plain.includes('十') ? value(tens, 1) * 10 : 0) + value(ones, 0)
}
