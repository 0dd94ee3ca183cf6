import { describe, expect, it, test } from 'vitest'
import { clean, cleanPassage, type CleanChoices } from './clean'
import { draftOfText } from './draft'
import { body, cleaned, more, text, told } from './drafts.testing'

describe('taking back', () => {
  const draft = text(
    '云岭县秋粮收购进展顺利。',
    '来源：云岭发布',
    `本报讯(记者张三)11月20日,记者获悉,"优质优价"政策让农民得到了实惠...`,
    `　　${body}`,
    '',
    `${more}(王倩茹)`,
    '责任编辑：李小满',
  )
  const all = cleaned(draft)

  test.each(all.changes.map(change => [`${change.kind} ${change.before}`, change.key] as const))(
    '%s',
    (_, key) => {
      const without = clean(draft, { reverted: new Set([key]) })
      const gone = without.changes.filter(change => !change.isMade).map(change => change.kind)
      const own = all.changes.find(change => change.key === key)?.kind
      // What was done inside a part that is no longer one goes with it, and nothing else.
      const goesWith: Record<string, string[]> = {
        'headline-found': ['headline-found', 'headline-stop'],
        'dateline-found': ['dateline-found', 'dateline-form'],
        'byline-found': ['byline-found', 'byline-form'],
      }
      const mayGo = goesWith[own ?? ''] ?? [own]
      expect(gone).toContain(own)
      for (const kind of gone) expect(mayGo).toContain(kind)
      // And back again.
      expect(clean(draft, { reverted: new Set() } satisfies CleanChoices)).toEqual(all)
    },
  )

  it('leaves what it says it leaves', () => {
    const keyOf = (before: string) => all.changes.find(change => change.before === before)?.key ?? ''
    const without = (before: string) => told(clean(draft, { reverted: new Set([keyOf(before)]) }).parts)
    expect(without('"优质优价"')[2]).toContain('"优质优价"政策让农民得到了实惠……')
    expect(without('来源：云岭发布')).toContain('正:来源：云岭发布')
    expect(without('责任编辑：李小满')).toContain('正:责任编辑：李小满')
    expect(without('　　')[3]).toBe(`正:　　${body}`)
    expect(without('(王倩茹)').at(-1)).toBe(`正:${more}(王倩茹)`)
  })

  it('says where each change shows', () => {
    const quote = all.changes.find(change => change.kind === 'quote-curled')
    expect(quote?.where).toMatchObject({
      part: 'paragraph',
      block: 0,
      left: expect.stringMatching(/获悉，$/u),
    })
    expect(all.changes.find(change => change.kind === 'headline-found')?.where?.part).toBe('headline')
  })
})

test('a passage is cleaned without looking for parts', () => {
  const draft = draftOfText(`　　秋粮收购忙\n${body}他说"好".\n责任编辑：王倩茹`)
  const all = cleanPassage(draft)
  expect(told(all.parts)).toEqual(['正:秋粮收购忙', `正:${body}他说“好”。`, '正:责任编辑：王倩茹'])
  expect(all.changes.map(change => change.kind)).toEqual(['mark-widened', 'quote-curled', 'indent-removed'])
  const { parts } = cleanPassage(draft, { reverted: new Set([all.changes[1]!.key]) })
  // The point before a straight quote is no Han text's full stop.
  expect(told(parts)[1]).toBe(`正:${body}他说"好".`)
})

test('a passage from the web leaves behind what a channel wrote round it', () => {
  const web = (text: string) => ({ ...draftOfText(text), source: 'web' as const })
  expect(told(cleanPassage(web(`秋粮收购忙\n${body}\n责任编辑：王倩茹\n点击阅读原文`)).parts)).toEqual([
    '正:秋粮收购忙',
    `正:${body}`,
  ])
  // Without a text that it stands round it is what was wanted.
  expect(told(cleanPassage(web('来源：云岭发布')).parts)).toEqual(['正:来源：云岭发布'])
})
