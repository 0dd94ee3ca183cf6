import type { Paragraph as DocxParagraph } from 'docx'
import { pageLabel } from './file-names'
import type { HandoverPage, HandoverStory } from './handover'
import { settledPackage } from './office-package'
import { xmlLine } from '../../photo-files/xml-text'
import { zipTime } from './zip-time'

/** Faces that every office machine in China has; Latin letters and digits in Times as they are printed. */
const faces = {
  song: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  hei: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' },
  kai: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体' },
} as const

/** Half points, as Word counts, by the sizes' Chinese names. */
const sizes = { two: 44, four: 28, smallFour: 24, five: 21, smallFive: 18 } as const

const language = { value: 'zh-CN', eastAsia: 'zh-CN' } as const

/** Twentieths of a point. */
const a4 = { width: 11906, height: 16838 }
const margin = 1440

/** Word's own 正文 is its style Normal; a style of that name would be taken for it. */
const bodyStyle = '稿件正文'

interface ParagraphStyle {
  readonly id: string
  readonly name: string
  readonly face: keyof typeof faces
  readonly size: number
  readonly bold?: boolean
  readonly align?: 'center' | 'right'
  /** Indents the first line by two characters. */
  readonly indented?: boolean
  readonly keepNext?: boolean
}

/** Named as the desk names the parts: a page system maps its own styles to them. */
const styles = [
  { id: 'Kicker', name: '引题', face: 'hei', size: sizes.four, align: 'center', keepNext: true },
  { id: 'Headline', name: '主题', face: 'hei', size: sizes.two, bold: true, align: 'center', keepNext: true },
  { id: 'Deck', name: '副题', face: 'kai', size: sizes.four, align: 'center', keepNext: true },
  { id: 'StoryBody', name: bodyStyle, face: 'song', size: sizes.smallFour, indented: true },
  {
    id: 'Crosshead',
    name: '小标题',
    face: 'hei',
    size: sizes.smallFour,
    bold: true,
    indented: true,
    keepNext: true,
  },
  { id: 'Summary', name: '提要', face: 'kai', size: sizes.smallFour, indented: true },
  { id: 'EditorNote', name: '编者按', face: 'kai', size: sizes.smallFour, indented: true },
  { id: 'Byline', name: '署名', face: 'kai', size: sizes.smallFour, align: 'right' },
  { id: 'Related', name: '相关链接', face: 'kai', size: sizes.five, indented: true },
  { id: 'Caption', name: '图说', face: 'kai', size: sizes.five },
  { id: 'SlugLine', name: '稿头', face: 'song', size: sizes.smallFive },
] as const satisfies readonly ParagraphStyle[]

type StyleId = (typeof styles)[number]['id']

/**
 * 小样 as a Word document in the house's form: head, body, byline, related links, captions in the order of reading, each in its
 * named style; who and how long in the page header, so that the text is the story and nothing else.
 * Characters that XML forbids are left out.
 * @param page where it stands or is to stand; null where nobody has planned it.
 * @param photoFiles file names of the story's photos in reading order; null where there is no file.
 */
export async function storyDocx(
  page: StoryPlace | null,
  story: HandoverStory,
  photoFiles: readonly (string | null)[],
  now: Date,
  timeZone: string,
): Promise<Uint8Array> {
  // Parsing the library takes longer than a document: only who hands over pays for it.
  const { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } = await import('docx')
  const { parts } = story
  const lineOf = (style: StyleId, text: string) =>
    new Paragraph({ style, children: [new TextRun(xmlLine(text))] })

  const content: DocxParagraph[] = []
  if (parts.kicker !== '') content.push(lineOf('Kicker', parts.kicker))
  if (parts.headline !== '') content.push(lineOf('Headline', parts.headline))
  if (parts.deck !== '') content.push(lineOf('Deck', parts.deck))
  let dateline = parts.dateline
  const openParagraph = (text: string) => {
    const runs = dateline === '' ? [] : [new TextRun({ text: xmlLine(dateline), style: 'Dateline' })]
    // The space after the dateline belongs to the house, not to the text.
    const rest = dateline === '' || text === '' ? text : `\u3000${text}`
    if (rest !== '') runs.push(new TextRun(xmlLine(rest)))
    dateline = ''
    if (runs.length > 0) content.push(new Paragraph({ style: 'StoryBody', children: runs }))
  }
  for (const block of parts.blocks) {
    if (block.kind === 'crosshead') content.push(lineOf('Crosshead', block.text))
    if (block.kind === 'summary') content.push(lineOf('Summary', block.text))
    if (block.kind === 'editorNote') content.push(lineOf('EditorNote', block.text))
    if (block.kind === 'paragraph') openParagraph(block.text)
  }
  if (dateline !== '') openParagraph('')
  if (parts.byline !== '') content.push(lineOf('Byline', parts.byline))
  for (const block of parts.blocks) if (block.kind === 'related') content.push(lineOf('Related', block.text))
  parts.blocks
    .filter(block => block.kind === 'photo')
    .forEach((photo, at) => {
      const words = [photo.caption, photo.credit].filter(text => text !== '').join('\u3000') || '（缺图说）'
      content.push(lineOf('Caption', `图${at + 1}：${words}\u3000〔${photoFiles[at] ?? '未附图片'}〕`))
    })

  const document = new Document({
    title: xmlLine(parts.headline),
    creator: xmlLine(story.author),
    lastModifiedBy: xmlLine(story.editor),
    styles: {
      default: { document: { run: { font: faces.song, size: sizes.smallFour, language } } },
      paragraphStyles: styles.map((style: ParagraphStyle) => ({
        id: style.id,
        name: style.name,
        basedOn: 'Normal',
        next: style.keepNext ? 'StoryBody' : style.id,
        quickFormat: true,
        run: { font: faces[style.face], size: style.size, bold: style.bold ?? false },
        paragraph: {
          ...(style.align ? { alignment: style.align } : {}),
          // In characters, and in points of them for programs that know no characters.
          ...(style.indented ? { indent: { firstLineChars: 200, firstLine: style.size * 20 } } : {}),
          spacing: { line: 360 },
          keepNext: style.keepNext ?? false,
        },
      })),
      characterStyles: [
        {
          id: 'Dateline',
          name: '电头',
          basedOn: 'DefaultParagraphFont',
          quickFormat: true,
          run: { font: faces.hei, bold: true },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: a4, margin: { top: margin, right: margin, bottom: margin, left: margin } },
        },
        headers: { default: new Header({ children: [lineOf('SlugLine', slugLine(page, story))] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'SlugLine',
                alignment: 'center',
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: content,
      },
    ],
  })
  return settledPackage(await Packer.pack(document, 'uint8array'), zipTime(now, timeZone), now)
}

/** Where a story is to stand, for its 稿头. */
export type StoryPlace = Pick<HandoverPage, 'paperName' | 'date' | 'pageNumber' | 'pageName'>

/** 稿头: what the layout desk looks for on a printed 小样. A story without a page has no 序号 either. */
function slugLine(page: StoryPlace | null, story: HandoverStory): string {
  const name = page === null || page.pageName === '' ? '' : ` ${page.pageName}`
  return [
    page?.paperName ?? '',
    page?.date ?? '',
    page === null ? '' : `${pageLabel(page)}${name}`,
    story.number === 0 ? '' : `${story.number}号 ${story.placeName}`.trim(),
    `稿号 ${story.storyNumber}`,
    story.genre,
    `${story.characters} 字`,
    story.author === '' ? '' : `作者 ${story.author}`,
    story.editor === '' ? '' : `责编 ${story.editor}`,
  ]
    .filter(text => text !== '')
    .join('\u3000')
}
