import { describe, expect, it } from 'vitest'
import { asked, body, cleaned, more, p, picture, told, word } from '../drafts.testing'

describe('pictures', () => {
  it('knows captions and credits under them', () => {
    const draft = word(
      p('秋粮收购忙', { style: 'title' }),
      p(body),
      picture(0),
      p('图为农户在晾晒粮食。 史婉 摄'),
      p(more),
      picture(1),
      p('▲ 图说：运粮车排起长队'),
      p('本报记者 史婉 摄'),
    )
    expect(told(cleaned(draft).parts)).toEqual([
      '主:秋粮收购忙',
      `正:${body}`,
      '图:图为农户在晾晒粮食。/史婉 摄',
      `正:${more}`,
      '图:运粮车排起长队/本报记者 史婉 摄',
    ])
    expect(cleaned(draft).photos).toEqual({ all: 3, taken: 2 })
    expect(cleaned(draft).pictures).toEqual([0, 1])
  })

  it('asks about a line that may be one', () => {
    const draft = word(p(body), picture(0), p('运粮车排起长队'), p(more))
    const [question] = cleaned(draft).questions
    expect(question?.text).toBe('图片下面这一行是图说吗？')
    expect(told(cleaned(draft).parts)).toContain('正:运粮车排起长队')
    expect(told(cleaned(draft, { [question?.key ?? '']: 'caption' }).parts)).toContain('图:运粮车排起长队/')
  })

  it('gives the only picture a credit from below the text, and asks with several', () => {
    expect(told(cleaned(word(p(body), picture(0), p(more), p('史婉 摄'))).parts)).toContain('图:/史婉 摄')
    const two = word(p(body), picture(0), p(body), picture(1), p(more), p('史婉 摄'))
    expect(asked(two)).toEqual(['credit'])
    const key = cleaned(two).questions[0]?.key ?? ''
    expect(told(cleaned(two, { [key]: 'photo' }).parts).filter(line => line === '图:/史婉 摄')).toHaveLength(
      2,
    )
    expect(told(cleaned(two, { [key]: 'byline' }).parts).at(-1)).toBe('署:史婉 摄')
  })

  it('announces one that did not come only where it has a caption', () => {
    const draft = word(p(body), picture(2), p(more), picture(2), p('图为农户在晾晒粮食。史婉摄'), p(body))
    expect(told(cleaned(draft).parts)).toEqual([
      `正:${body}`,
      `正:${more}`,
      '图:图为农户在晾晒粮食。/史婉 摄',
      `正:${body}`,
    ])
  })
})
