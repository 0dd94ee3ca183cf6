import { zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** For tests only: Word documents as somebody's program would have written them. */

const bytesOf = (text: string) => new TextEncoder().encode(text)

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')

/** A paragraph of one run; \n is a soft return. */
export const paragraphXml = (
  text: string,
  look: { style?: string; bold?: boolean; align?: string; size?: number; numbered?: boolean } = {},
): string => {
  const properties =
    (look.style ? `<w:pStyle w:val="${look.style}"/>` : '') +
    (look.numbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '') +
    (look.align ? `<w:jc w:val="${look.align}"/>` : '')
  const run = (look.bold ? '<w:b/>' : '') + (look.size ? `<w:sz w:val="${look.size * 2}"/>` : '')
  const runs = escaped(text)
    .split('\n')
    .map(line => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr>${runs}</w:r></w:p>`
}

/** A paragraph with a picture, by the id of its relationship; `linked`: its bytes are elsewhere. */
export const pictureXml = (id: string, isLinked = false): string =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${isLinked ? 'link' : 'embed'}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

/** A table of cells of one paragraph each. */
export const tableXml = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${paragraphXml(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A .docx around a body; `pictures` by the id of their relationships, with their file names. */
export function wordFile(
  body: string,
  pictures: Readonly<Record<string, { name: string; bytes: Uint8Array }>> = {},
  change: { document?: string; files?: Zippable; links?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const relations = [
    ...Object.entries(pictures).map(
      ([id, { name }]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}"/>`,
    ),
    ...Object.entries(change.links ?? {}).map(
      ([id, target]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="External"/>`,
    ),
  ].join('')
  const styles = [
    ['a3', 'Title'],
    ['1', 'heading 1'],
    ['a4', 'caption'],
  ]
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join('')
  return zipSync({
    '[Content_Types].xml': bytesOf(
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': bytesOf(
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': bytesOf(
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rNumbers" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>${relations}</Relationships>`,
    ),
    'word/styles.xml': bytesOf(
      `<?xml version="1.0" encoding="UTF-8"?><w:styles ${namespaces}>${styles}</w:styles>`,
    ),
    'word/numbering.xml': bytesOf(
      `<?xml version="1.0" encoding="UTF-8"?><w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    'word/document.xml': bytesOf(
      change.document ??
        `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.values(pictures).map(({ name, bytes }) => [`word/media/${name}`, bytes])),
    ...change.files,
  })
}
