import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderName, photoFileName, safeNamePart, storyFileName, TakenNames, zipName } from './file-names'
import { fixturePage, fixtureParts, fixturePhoto, fixtureStory } from './handed-page.testing'

describe('a part of a name', () => {
  const cases: [what: string, text: string, name: string][] = [
    ['Chinese stays', '冬灌开闸', '冬灌开闸'],
    ['what Windows forbids is set in full width', 'a\\b/c:d*e?f"g<h>i|j', 'a＼b／c：d＊e？f＂g＜h＞i｜j'],
    ['line ends and tabs are spaces', '一\r\n二\t三', '一 二 三'],
    ['spaces of any width are one', '一　 \u00a0二', '一 二'],
    ['no space or dot at either end', ' .冬灌. . ', '冬灌'],
    ['nothing invisible', '冬\u200b灌\u202e开\ufeff闸', '冬灌开闸'],
    ['half a character is none', '冬\ud842灌', '冬灌'],
    ['a device', 'CON', '_CON'],
    ['a device in small letters', 'lpt1', '_lpt1'],
    ['a device with an extension', 'nul.txt', '_nul.txt'],
    ['a device with a raised digit', 'COM¹', '_COM¹'],
    ['a device with a space before its extension', 'aux .x', '_aux .x'],
    ['no device', 'CONTENT', 'CONTENT'],
    ['nothing', '', ''],
    ['only what is forbidden at the ends', ' ... ', ''],
    ['cut to the length', '一二三四五六七八九十一二', '一二三四五六七八九十'],
    ['not cut through a rare character', '一二三四五六七八九𠮷', '一二三四五六七八九'],
    ['not cut through a letter with its accent', 'abcdefghie\u0323\u0301', 'abcdefghi'],
    ['no dot at the end after the cut', '一二三四五六七八九.十', '一二三四五六七八九'],
  ]
  it.each(cases)('%s', (_, text, name) => {
    expect(safeNamePart(text, 10 + (text.startsWith('a\\b') ? 30 : 0))).toBe(name)
  })

  it('can always be written on Windows', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: 1, max: 40 }),
        (text, most) => {
          const name = safeNamePart(text, most)
          expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/u)
          expect(name).not.toMatch(/^[ .]|[ .]$/)
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i)
          expect(name.length).toBeLessThanOrEqual(most + 1)
          expect(name).toBe(name.normalize('NFC'))
        },
      ),
    )
  })
})

describe('names of files', () => {
  const parts = fixtureParts
  const stories: [what: string, name: string, wanted: string][] = [
    ['number, place, headline', storyFileName(fixtureStory()), '01_头条_冬灌开闸'],
    ['no place', storyFileName(fixtureStory({ placeName: '' })), '01_冬灌开闸'],
    ['two digits', storyFileName(fixtureStory({ number: 12, placeName: '' })), '12_冬灌开闸'],
    ['more than two digits', storyFileName(fixtureStory({ number: 112, placeName: '' })), '112_冬灌开闸'],
    [
      'kicker where there is no headline',
      storyFileName(fixtureStory({ parts: { ...parts, headline: ' ' } })),
      '01_头条_渠水到田头',
    ],
    [
      'nothing at all',
      storyFileName(fixtureStory({ parts: { ...parts, kicker: '', headline: '...', deck: '' } })),
      '01_头条_无题',
    ],
    ['a photo', photoFileName(fixturePhoto(), fixtureStory(), 2), '01_图2_史婉'],
    [
      'a name spread to three',
      photoFileName(fixturePhoto({ photographer: '史　婉' }), null, 1),
      '00_图1_史婉',
    ],
    ['nobody', photoFileName(fixturePhoto({ photographer: '' }), null, 3), '00_图3_未署名'],
    ['folder', folderName(fixturePage()), '20250612_第03版'],
    ['folder of page 12', folderName(fixturePage({ pageNumber: 12 })), '20250612_第12版'],
    ['zip of one page', zipName([fixturePage()]), '20250612_第03版.zip'],
    ['zip of an edition', zipName([fixturePage(), fixturePage()]), '20250612_河川报_2个版.zip'],
    ['zip of nothing', zipName([]), '交付.zip'],
  ]
  it.each(stories)('%s', (_, name, wanted) => {
    expect(name).toBe(wanted)
  })
})

describe('a name of its own', () => {
  const cases: [what: string, names: string[], wanted: string[]][] = [
    ['twice', ['a', 'a', 'a'], ['a', 'a_2', 'a_3']],
    ['differing in case', ['Abc', 'aBC'], ['Abc', 'aBC_2']],
    ['composed in another way', ['é', 'e\u0301'], ['é', 'e\u0301_2']],
    ['one that was made before', ['a', 'a_2', 'a'], ['a', 'a_2', 'a_3']],
  ]
  it.each(cases)('%s', (_, names, wanted) => {
    const taken = new TakenNames()
    expect(names.map(name => taken.take(name, ['.txt', '.docx']))).toEqual(wanted)
  })

  it('tells extensions apart', () => {
    const taken = new TakenNames()
    expect([taken.take('a', ['.jpg']), taken.take('a', ['.png']), taken.take('a', ['.jpg', '.png'])]).toEqual(
      ['a', 'a', 'a_2'],
    )
  })

  it('stays within the bounds, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { maxLength: 20 }), names => {
        const taken = new TakenNames()
        const given = names.map(name => `${taken.take(name, ['.txt', '.docx'])}.docx`)
        expect(new Set(given.map(name => name.normalize('NFC').toLowerCase())).size).toBe(names.length)
        for (const name of given) {
          expect(name.length).toBeLessThanOrEqual(60)
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(135)
        }
      }),
    )
  })
})
