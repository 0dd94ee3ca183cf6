import { describe, expect, it, test } from 'vitest'
import { clean } from '../clean'
import { draftParagraph, draftPicture, type Draft, type DraftPicture } from '../draft'
import { body, cleaned, more, told } from '../drafts.testing'

const said = { caption: '6月11日,总干渠放水.', credit: '史婉 摄' }

/** A draft with one picture, what its file says of it, and the lines under it. */
const under = (lines: readonly string[], picture: Partial<DraftPicture> = {}): Draft => ({
  source: 'word',
  blocks: [
    draftParagraph(body),
    { kind: 'image', picture: 0 },
    ...lines.map(line => draftParagraph(line)),
    draftParagraph(more),
  ],
  pictures: [draftPicture({ width: 800, height: 600, ...said, ...picture })],
})
const photosOf = (draft: Draft) => told(cleaned(draft).parts).filter(line => line.startsWith('图:'))

test.each<[string, readonly string[], Partial<DraftPicture>, string[]]>([
  ['nothing under it: the file’s words, in house marks', [], {}, ['图:6月11日，总干渠放水。/史婉 摄']],
  ['a caption and a credit: the draft’s', ['图为晒粮。李四 摄'], {}, ['图:图为晒粮。/李四 摄']],
  ['a caption only: the file’s credit', ['图为晒粮。'], {}, ['图:图为晒粮。/史婉 摄']],
  ['a credit only: the file’s caption', ['李四 摄'], {}, ['图:6月11日，总干渠放水。/李四 摄']],
  ['a line that may be one: asked as before', ['运粮车排起长队'], {}, ['图:6月11日，总干渠放水。/史婉 摄']],
  ['a file that says nothing', [], { caption: '', credit: '' }, ['图:/']],
  ['a file that names who took it', [], { caption: '' }, ['图:/史婉 摄']],
  ['a picture that did not come', [], { lost: '图片损坏' }, []],
])('%s', (_, lines, picture, photos) => expect(photosOf(under(lines, picture))).toEqual(photos))

it('gives way to a line of the draft that was answered to be the caption', () => {
  const draft = under(['运粮车排起长队'])
  const [question] = cleaned(draft).questions
  const answered = cleaned(draft, { [question!.key]: 'caption' })
  expect(told(answered.parts)).toContain('图:运粮车排起长队/史婉 摄')
})

describe('the 清洗单', () => {
  const draft = under([])
  const listed = (reverted: readonly string[] = []) => clean(draft, { reverted: new Set(reverted) })
  const keyOf = (kind: string) => listed().changes.find(change => change.kind === kind)!.key

  it('lists both with before, after and place', () => {
    expect(listed().changes).toMatchObject([
      { kind: 'caption-taken', before: '', after: '6月11日，总干渠放水。', isMade: true },
      { kind: 'credit-taken', before: '', after: '史婉 摄', isMade: true },
    ])
    expect(listed().changes.map(change => change.where)).toMatchObject([
      { part: 'caption', block: 1, from: 0, to: 12 },
      { part: 'credit', block: 1, from: 0, to: 4 },
    ])
  })

  test.each([
    ['caption-taken', '图:/史婉 摄'],
    ['credit-taken', '图:6月11日，总干渠放水。/'],
  ])('takes back %s alone', (kind, photo) => expect(told(listed([keyOf(kind)]).parts)[1]).toBe(photo))
})
