import fc from 'fast-check'
import iconv from 'iconv-lite'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { checkText, decodeText, maxTextBytes } from './decode'

const sample = '本报讯　青禾县的“小菜园”，103户人家种上了。昭馀、\r\n'
const latin = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))
const zipped = (name: string) => zipSync({ [name]: latin('x'), 'other.bin': latin('y') })

describe('decodeText', () => {
  it.each([
    ['UTF-8', sample, 'UTF-8', iconv.encode(sample, 'utf8')],
    ['UTF-8 with a mark', sample, 'UTF-8', iconv.encode(sample, 'utf8', { addBOM: true })],
    ['UTF-16 LE with a mark', sample, 'UTF-16LE', iconv.encode(sample, 'utf16le', { addBOM: true })],
    ['UTF-16 BE with a mark', sample, 'UTF-16BE', iconv.encode(sample, 'utf16be', { addBOM: true })],
    ['GBK', sample, 'GB18030', iconv.encode(sample, 'gbk')],
    ['GB18030', sample + '𠮷', 'GB18030', iconv.encode(sample + '𠮷', 'gb18030')],
  ])('reads %s', (_name, text, encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: { text, encoding } })
  })

  it.each([
    ['an empty file', new Uint8Array(0), 'intake.empty', '没有文字'],
    ['a mark and nothing else', latin('\xef\xbb\xbf'), 'intake.empty', '没有文字'],
    ['spaces only', latin(' \r\n\t\n'), 'intake.empty', '没有文字'],
    ['20 MB', new Uint8Array(maxTextBytes), 'intake.too-large', '20 MB'],
    ['a .docx', zipped('word/document.xml'), 'intake.not-text.word', '这是 Word 文档'],
    ['a .xlsx', zipped('xl/workbook.xml'), 'intake.not-text.sheet', '这是表格文件'],
    ['a .zip', zipped('page.txt'), 'intake.not-text.archive', '这是压缩包'],
    [
      'a .doc',
      latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0W\0o\0r\0d\0'),
      'intake.not-text.word',
      'Word 文档',
    ],
    ['a .pdf', latin('%PDF-1.7\n%\xe2\xe3'), 'intake.not-text.pdf', '这是 PDF 文件'],
    ['a .png', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'intake.not-text.image', '这是图片'],
    ['a .jpg', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'intake.not-text.image', '这是图片'],
    ['RTF', latin('{\\rtf1\\ansi hello}'), 'intake.not-text.rtf', 'RTF'],
    ['HTML', latin('<!DOCTYPE html><p>x</p>'), 'intake.not-text.html', '网页'],
    ['NULs', latin('text\0\0\0more'), 'intake.binary', '不是文字'],
    ['control bytes', latin('\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f ab'), 'intake.binary', '不是文字'],
    ['UTF-8 that breaks off', iconv.encode(sample.trim(), 'utf8').subarray(0, -1), 'intake.encoding', '编码'],
    ['UTF-16 that breaks off', latin('\xff\xfe\x2d\x4e\x2d'), 'intake.encoding', '编码'],
    ['Big5', iconv.encode('青禾縣的小菜園種上了蔬菜', 'big5'), 'intake.encoding', '编码'],
  ])('refuses %s with a sentence', (_name, bytes, code, words) => {
    const result = decodeText(bytes)
    if (result.ok) throw new Error('was read')
    expect(result.failure.code).toBe(code)
    expect(result.failure.message).toContain(words)
    expect(result.failure.remedy).toMatch(/。$/)
    expect(result.failure.message + result.failure.remedy).not.toMatch(/[！您]/)
  })

  it('reads a stray control character as text', () => {
    expect(decodeText(latin('ab\x02c'))).toMatchObject({ ok: true })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => typeof decodeText(bytes).ok === 'boolean'),
    )
  })
})

describe('checkText', () => {
  it.each([
    ['', 'intake.empty'],
    ['　\n', 'intake.empty'],
    ['甲\0乙', 'intake.binary'],
    ['甲'.repeat(maxTextBytes), 'intake.too-large'],
  ])('refuses what decodeText refuses', (text, code) => {
    expect(checkText(text)).toMatchObject({ ok: false, failure: { code } })
  })
  it('passes text on', () => {
    expect(checkText(sample)).toEqual({ ok: true, value: sample })
  })
})
