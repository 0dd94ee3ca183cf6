import fc from 'fast-check'
import { expect, test } from 'vitest'
import { photoWords, type PhotoFileFacts } from './photo-words'

const none: PhotoFileFacts = { caption: '', photographers: [], credit: '', source: '' }

test.each<[what: string, file: Partial<PhotoFileFacts>, caption: string, credit: string]>([
  ['nothing', {}, '', ''],
  ['a by-line', { photographers: ['史婉'] }, '', '史婉 摄'],
  ['two by-lines', { photographers: ['史婉', '董自军'] }, '', '史婉 董自军 摄'],
  ['two names in one by-line', { photographers: ['史婉；董自军'] }, '', '史婉 董自军 摄'],
  ['a by-line that is a credit', { photographers: ['史婉 摄'] }, '', '史婉 摄'],
  ['a by-line with its deed run in', { photographers: ['史婉摄影'] }, '', '史婉 摄影'],
  ['a by-line with a post', { photographers: ['本报记者 史婉 摄'] }, '', '本报记者 史婉 摄'],
  ['a by-line of an organisation', { photographers: ['县融媒体中心'] }, '', '县融媒体中心 供图'],
  ['a foreign name', { photographers: ['John Smith'] }, '', 'John Smith 摄'],
  ['a camera for a name', { photographers: ['Canon EOS R6'] }, '', ''],
  ['nobody for a name', { photographers: ['微信用户'] }, '', ''],
  ['a credit line', { credit: '县融媒体中心' }, '', '县融媒体中心 供图'],
  ['a credit line that is whole', { credit: '县融媒体中心 供图' }, '', '县融媒体中心 供图'],
  ['a source alone', { source: '县水利局' }, '', '县水利局 供图'],
  ['a by-line before a credit line', { photographers: ['史婉'], credit: '县融媒体中心' }, '', '史婉 摄'],
  [
    'a whole credit before the by-lines',
    { photographers: ['史婉', '董自军'], credit: '史婉 董自军 摄' },
    '',
    '史婉 董自军 摄',
  ],
  [
    'an agency with its photographer',
    { photographers: ['张三'], credit: '新华社' },
    '',
    '新华社记者 张三 摄',
  ],
  ['an agency alone', { credit: '新华社' }, '', '新华社 供图'],
  ['a caption', { caption: '6月11日，总干渠放水。' }, '6月11日，总干渠放水。', ''],
  ['a credit run in', { caption: '6月11日，总干渠放水。史婉 摄' }, '6月11日，总干渠放水。', '史婉 摄'],
  [
    'a credit run in above the by-line',
    { caption: '总干渠放水。 （史婉 摄）', photographers: ['王倩茹'] },
    '总干渠放水。',
    '史婉 摄',
  ],
  [
    'a caption of several lines',
    { caption: '总干渠\r\n　　放水。\r\n 冬灌开始' },
    '总干渠放水。冬灌开始',
    '',
  ],
  ['a caption in two scripts', { caption: 'NASA\nimage' }, 'NASA image', ''],
  ['what a camera writes', { caption: 'OLYMPUS DIGITAL CAMERA' }, '', ''],
  ['what a phone writes', { caption: 'oznor_vivi' }, '', ''],
  ['a caption that only begins like a camera', { caption: 'default：渠水' }, 'default：渠水', ''],
  ['marks that turn the writing', { caption: '总干\u202e渠' }, '总干渠', ''],
  ['a credit as long as a story', { credit: '县'.repeat(80) }, '', ''],
])('%s', (_, file, caption, credit) => {
  expect(photoWords({ ...none, ...file })).toEqual({ caption, credit })
})

test('whatever a file says, the words are one bounded line each', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  const file = fc.record({
    caption: text,
    photographers: fc.array(text, { maxLength: 4 }),
    credit: text,
    source: text,
  })
  fc.assert(
    fc.property(file, facts => {
      const { caption, credit } = photoWords(facts)
      expect(caption.length).toBeLessThanOrEqual(1000)
      expect([...credit].length).toBeLessThanOrEqual(60)
      expect(caption + credit).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
    }),
  )
})
