import type { CellObject, Feature, Row } from 'write-excel-file/universal'
import { pageLabel } from './file-names'
import type { HandoverPage, HandoverStory } from './handover'
import { settledPackage } from './office-package'
import { escapeXml, xmlLine } from '../../photo-files/xml-text'
import { localTime, zipTime } from './zip-time'

const songFace = '宋体'
const heiFace = '黑体'
const fontSize = 11

/** Excel's format for text: what begins with = + - @ stays the words that it is, also after editing the cell. */
const asText = '@'

type Columns = readonly {
  readonly title: string
  /** Characters of Latin width. */
  readonly width: number
  /** Summed in the last row. */
  readonly total?: boolean
  readonly cell: (story: HandoverStory, photos: number) => string | number | null
}[]

const columns: Columns = [
  { title: '序号', width: 6, cell: story => story.number },
  { title: '稿号', width: 12, cell: story => story.storyNumber },
  { title: '标题', width: 44, cell: story => wholeHeadline(story) },
  { title: '体裁', width: 10, cell: story => story.genre },
  // Fees are paid to those whom the text names; the plan's author stands in where it names nobody.
  { title: '作者', width: 20, cell: story => story.writers || story.author },
  { title: '摄影', width: 12, cell: story => story.photographers },
  { title: '责编', width: 10, cell: story => story.editor },
  { title: '字数', width: 8, total: true, cell: story => story.characters },
  { title: '行数', width: 8, total: true, cell: story => story.lines },
  { title: '图', width: 5, total: true, cell: (_, photos) => photos },
  { title: '版位', width: 10, cell: story => story.placeName },
  { title: '稿费', width: 9, total: true, cell: story => story.fee },
  { title: '备注', width: 20, cell: story => story.note },
]

/** Rows above the stories: what page this is, and what the columns are. They stay in sight and on every sheet. */
const headRows = 2

/**
 * 发稿单 of a page as an Excel workbook: a row a story, totals, who signed. Prints on A4 across, as wide as the
 * paper. Nothing that somebody typed can act as a formula.
 */
export async function dispatchSheet(page: HandoverPage, now: Date, timeZone: string): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const { stories } = page
  const rows = stories.map((story, index) => {
    const photos = page.photos.filter(photo => photo.storyIndex === index).length
    return columns.map(column => column.cell(story, photos))
  })
  const totals = columns.map((column, at) => {
    if (!column.total) return null
    // Yuan have two decimals; a sum of binary fractions has more.
    const sum = Math.round(rows.reduce((total, row) => total + Number(row[at] ?? 0), 0) * 100) / 100
    const letter = String.fromCodePoint(65 + at)
    return { formula: `SUM(${letter}${headRows + 1}:${letter}${headRows + rows.length})`, sum }
  })
  const data: Row[] = [
    [{ ...text(title(page)), columnSpan: columns.length, fontWeight: 'bold', fontSize: 14, height: 28 }],
    columns.map(column => ({
      ...text(column.title),
      ...border,
      fontFamily: heiFace,
      fontWeight: 'bold',
      align: 'center',
      backgroundColor: '#eeeeee',
    })),
    ...rows.map(row => row.map(cellOf)),
    totals.map((total, at): CellObject => {
      if (at === 0) return { ...text('合计'), ...border, fontWeight: 'bold' }
      if (!total) return { ...text(''), ...border }
      if (rows.length === 0) return { ...number(0), ...border, fontWeight: 'bold' }
      return { value: total.formula, type: 'Formula', ...border, ...middle, fontWeight: 'bold' }
    }),
    [{ ...text(signLine(page, timeZone)), columnSpan: columns.length, height: 22 }],
  ]
  const written = writeExcelFile(
    data,
    {
      sheet: pageLabel(page),
      orientation: 'landscape',
      stickyRowsCount: headRows,
      columns: columns.map(({ width }) => ({ width })),
    },
    { fontFamily: songFace, fontSize, features: [printed(pageLabel(page)), precomputed(totals)] },
  )
  const bytes = new Uint8Array(await (await written.toBlob()).arrayBuffer())
  return settledPackage(bytes, zipTime(now, timeZone), now)
}

const middle = { alignVertical: 'center' } as const
const border = { borderStyle: 'thin', borderColor: '#808080' } as const

const text = (value: string): CellObject => ({
  value: xmlLine(value),
  type: String,
  format: asText,
  wrap: true,
  ...middle,
})

const number = (value: number): CellObject => ({ value, type: Number, ...middle })

const cellOf = (value: string | number | null): CellObject => ({
  ...(typeof value === 'number' ? number(value) : text(value ?? '')),
  ...border,
})

/** 引题／主题／副题 as one cell. */
function wholeHeadline({ parts }: HandoverStory): string {
  return [parts.kicker, parts.headline, parts.deck].filter(part => part !== '').join('／') || '（无题）'
}

function title(page: HandoverPage): string {
  const [year, month, day] = page.date.split('-').map(Number)
  const words = [
    `${page.paperName} 发稿单`,
    `${year}年${month}月${day}日`,
    page.editionNumber === '' ? '' : `第${page.editionNumber}期`,
    `${pageLabel(page)} ${page.pageName}`.trim(),
  ]
  return words.filter(word => word !== '').join('\u3000')
}

function signLine({ signOff }: HandoverPage, timeZone: string): string {
  if (!signOff) return '签发：未签'
  return `签发：${signOff.name}\u3000${localTime(new Date(signOff.at), timeZone)}\u3000校验 ${signOff.hash}`
}

/** As wide as the paper, as long as it needs; head rows on every sheet; page numbers at its foot. */
const printed = (sheet: string): Feature<Blob> => ({
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: xml => {
          const titles = `'${escapeXml(sheet)}'!$1:$${headRows}`
          const names = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${titles}</definedName></definedNames>`
          return replaceOnce(xml, '<definedNames/>', names)
        },
      },
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        transform: xml => {
          const fitted = replaceOnce(
            xml,
            '<sheetViews>',
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>',
          )
          const footer = '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>'
          return replaceOnce(fitted, '</worksheet>', `${footer}</worksheet>`)
        },
      },
    },
  },
})

/** Totals with their values: a phone or a preview shows a formula's value but reckons none. */
const precomputed = (totals: readonly ({ formula: string; sum: number } | null)[]): Feature<Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: xml =>
          totals.reduce((sheet, total) => {
            const formula = `<f>${total?.formula}</f>`
            return total && sheet.includes(formula)
              ? sheet.replace(formula, `${formula}<v>${total.sum}</v>`)
              : sheet
          }, xml),
      },
    },
  },
})

/** The library's markup is not a promise: a version that writes it otherwise must not pass in silence. */
function replaceOnce(xml: string, found: string, put: string): string {
  if (!xml.includes(found)) throw new Error(`write-excel-file wrote no ${found}`)
  return xml.replace(found, () => put)
}
