import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cases } from '../random.testing'
import { units } from '../style/numbers'
import { photoWords } from '../style/forms/photo-words'
import { documentOf } from '../story/parts'
import type { StoryParts } from '../story/parts'
import { clean, cleanPassage, type CleanedStory } from './clean'
import { draftOfParts, draftOfText, draftParagraph, draftPicture, type Draft, type DraftBlock } from './draft'

/** Pieces of what is handed in, in any order: what real drafts are made of, and what they are not. */
const scrap = fc.constantFrom(
  '云岭县秋粮收购进展顺利',
  '——青禾镇见闻',
  '本报讯(记者张三 通讯员李四)　11月20日,',
  '本报讯：',
  '【本报讯】记者王倩茹报道：',
  '新华社北京１１月３日电（记者 宋远山）',
  '入冬以来，各乡镇抢抓农时，组织农户收割晾晒，延长收购时间。',
  '“他说："好的"，”',
  '"优质优价"',
  "'双抢'",
  '他家种了 200 亩,',
  '增长8.5%,',
  '...',
  '。。',
  '--',
  '——',
  '(附图)',
  '（…)',
  '我县',
  '卡尔.马克思',
  '“甲”、“乙”、丙',
  '张三 李四',
  '曾　强',
  '２０２６年',
  '图为农户在晾晒粮食。史婉摄',
  '史婉 摄',
  '文/王倩茹 图/史婉',
  '（王倩茹）',
  '□王倩茹',
  '作者：王倩茹',
  '责任编辑：王倩茹',
  '来源：云岭发布',
  '点击阅读原文',
  '往期回顾',
  '一、',
  '标题：',
  'https://example.com/a,b?c=1',
  '\u200b',
  '\u00a0',
  '\t',
  ' ',
  '　　',
  '\n',
  '。',
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '「',
  '」',
  '(',
  ')',
  '𠮷',
  '👍',
)
const line = fc
  .array(fc.oneof({ weight: 6, arbitrary: scrap }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 6,
  })
  .map(parts => parts.join(''))
const paragraph = fc
  .record({
    text: line,
    style: fc.constantFrom(
      null,
      null,
      null,
      'title' as const,
      'heading' as const,
      'subtitle' as const,
      'caption' as const,
    ),
    bold: fc.boolean(),
    align: fc.constantFrom(null, 'center' as const, 'right' as const),
    size: fc.constantFrom(null, 12, 22),
    numbered: fc.boolean(),
    cell: fc.constantFrom(null, null, { table: 0, row: 0, column: 0 }, { table: 0, row: 0, column: 1 }),
  })
  .map(({ text, ...look }) => draftParagraph(text, look))
const image = fc.nat({ max: 2 }).map(picture => ({ kind: 'image' as const, picture }))
/** Pictures whose files say something of them, or nothing. */
const pictures = fc
  .record({ caption: line, photographers: fc.array(line, { maxLength: 2 }), credit: line, source: line })
  .map(facts => [
    draftPicture({ width: 800, height: 600, ...photoWords(facts) }),
    draftPicture({ lost: '格式不收' }),
    draftPicture({ width: 80, height: 600 }),
  ])
const draft: fc.Arbitrary<Draft> = fc.record({
  source: fc.constantFrom('word' as const, 'text' as const, 'web' as const),
  blocks: fc.array(fc.oneof({ weight: 6, arbitrary: paragraph }, image), { maxLength: 12 }) as fc.Arbitrary<
    DraftBlock[]
  >,
  pictures,
})

const none = { reverted: new Set<string>() }
const keysOf = (story: CleanedStory) => story.changes.map(change => change.key)
const textsOf = (parts: StoryParts) =>
  parts.blocks.flatMap(block => (block.kind === 'photo' ? [] : [block.text]))
/** ㎡ becomes 平方米: Han that no draft had. The longer words first, for one ends in another. */
const unitWords = Object.values(units).toSorted((a, b) => b.length - a.length)
const withoutUnits = (text: string) => unitWords.reduce((rest, word) => rest.replaceAll(word, ''), text)
const han = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).join('')

describe('cleaning any draft', () => {
  it('gives a story that the document can hold, and says where each change is', () => {
    fc.assert(
      fc.property(draft, one => {
        const story = clean(one, none)
        documentOf(story.parts).check()
        expect(new Set(keysOf(story)).size).toBe(story.changes.length)
        expect(story.pictures).toHaveLength(story.parts.blocks.filter(block => block.kind === 'photo').length)
        for (const { where } of story.changes) {
          if (!where) continue
          const { part, block, from, to } = where
          const text = block === null ? story.parts[part as 'headline'] : story.parts.blocks[block]
          expect(text).toBeDefined()
          expect(from).toBeLessThanOrEqual(to)
        }
      }),
      { numRuns: cases(10_000, 200) },
    )
  })

  it('gives the text as it came once every change is taken back', () => {
    fc.assert(
      fc.property(draft, one => {
        const { changes } = clean(one, none)
        const { parts, changes: left } = clean(one, { reverted: new Set(changes.map(change => change.key)) })
        const came = one.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.text] : []))
        const { kicker, headline, deck, dateline, byline } = parts
        expect({ kicker, headline, deck, dateline, byline }).toEqual({
          kicker: '',
          headline: '',
          deck: '',
          dateline: '',
          byline: '',
        })
        expect(textsOf(parts)).toEqual(
          came.length === 0 && !parts.blocks.some(b => b.kind === 'photo') ? [''] : came,
        )
        expect(left.some(change => change.isMade)).toBe(false)
      }),
      { numRuns: cases(10_000, 200) },
    )
  })

  it('finds nothing more to do in what it has cleaned', () => {
    fc.assert(
      fc.property(draft, one => {
        const first = clean(one, none)
        const again = clean(draftOfParts(first.parts), none)
        expect(again.changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([])
        expect(again.parts).toEqual(first.parts)
      }),
      { numRuns: cases(10_000, 300) },
    )
  })

  it('makes nothing new when something is taken back, and takes nothing back twice', () => {
    fc.assert(
      fc.property(draft, fc.nat(), (one, which) => {
        const first = clean(one, none)
        const key = keysOf(first)[which % Math.max(1, first.changes.length)]
        if (key === undefined) return
        const second = clean(one, { reverted: new Set([key]) })
        expect(keysOf(second)).toEqual(keysOf(first))
        expect(second.changes.find(change => change.key === key)?.isMade).toBe(false)
        expect(clean(one, none)).toEqual(first)
      }),
      { numRuns: cases(10_000, 200) },
    )
  })

  it('loses no Han character but in what it lists, and keeps their order', () => {
    fc.assert(
      fc.property(draft, one => {
        const { parts, changes } = clean(one, none)
        // What was moved, or taken out with a label, is known by the place in its key.
        const came = [...one.blocks.map(block => (block.kind === 'paragraph' ? block.text : ' ')).join('\n')]
          .join('')
          .split('')
        const moved = new Set([
          'byline-found',
          'note-removed',
          'credit-found',
          'dateline-found',
          'headline-found',
          'kicker-found',
          'deck-found',
          'caption-found',
        ])
        const listed: string[] = []
        for (const change of changes) {
          // What a picture's own file brought was no part of the draft.
          if (change.kind === 'caption-taken' || change.kind === 'credit-taken') listed.push(change.after)
          if (!moved.has(change.kind)) continue
          // A credit at the end of a caption was listed with it.
          if (came[Number(change.key.split('@')[1])] === '') continue
          let left = [...han(change.before)].length
          for (let at = Number(change.key.split('@')[1]); left > 0 && at < came.length; at++) {
            if (came[at] === '') continue
            const char = String.fromCodePoint(
              came
                .slice(at, at + 2)
                .join('')
                .codePointAt(0) ?? 0,
            )
            if (!/\p{Script=Han}/u.test(char)) continue
            left--
            for (let unit = 0; unit < char.length; unit++) came[at + unit] = ''
          }
          listed.push(change.before)
        }
        const body = parts.blocks.map(block => (block.kind === 'photo' ? '' : block.text)).join('')
        expect(han(withoutUnits(body))).toBe(han(withoutUnits(came.join(''))))
        // And what was moved stands in its part, but for labels (标题：, 作者：) and 报道 in a dateline.
        const placed = han(
          [parts.kicker, parts.headline, parts.deck, parts.dateline, parts.byline].join('') +
            parts.blocks.map(block => (block.kind === 'photo' ? block.caption + block.credit : '')).join(''),
        )
        const pool = han(listed.join(''))
        for (const char of new Set(placed)) expect(pool).toContain(char)
      }),
      { numRuns: cases(10_000, 200) },
    )
  })

  it('cleans any passage', () => {
    fc.assert(
      fc.property(line, text => {
        const once = cleanPassage(draftOfText(text)).parts.blocks.map(block =>
          block.kind === 'photo' ? '' : block.text,
        )
        expect(once.length === 1 || once.every(one => one.trim() !== '')).toBe(true)
        expect(han(once.join(''))).toBe(han(text))
      }),
      { numRuns: cases(10_000, 100) },
    )
  })
})
