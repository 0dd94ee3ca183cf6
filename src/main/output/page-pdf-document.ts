import Pdf from 'pdfkit'
import { boxesOf, type Sheet } from './page-pdf-sheet'

/** What a document says about itself. */
export interface DocumentFacts {
  readonly title: string
  readonly created: Date
}

/** An object of the file that others refer to. */
export interface PdfObject {
  readonly data: Record<string, unknown>
  write(chunk: Uint8Array | string): void
  end(): void
}

/** The parts of pdfkit's document that its types leave out. */
interface Inside {
  readonly _root: PdfObject
  readonly page: PdfPage
  ref(data: Record<string, unknown>): PdfObject
  endMetadata: () => void
}

interface PdfPage {
  readonly height: number
  readonly dictionary: PdfObject
  readonly resources: PdfObject
}

/** A PDF file while it is written: pages, and objects that they share. Same calls, same bytes. */
export class PdfDocument {
  readonly #pdf: typeof Pdf.prototype
  readonly #inside: Inside
  readonly #chunks: Uint8Array[] = []
  readonly #done: Promise<void>

  constructor(facts: DocumentFacts) {
    this.#pdf = new Pdf({
      autoFirstPage: false,
      margin: 0,
      font: '',
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: facts.title,
        Creator: '大样',
        Producer: '大样',
        CreationDate: facts.created,
        ModDate: facts.created,
      },
    })
    this.#inside = this.#pdf as unknown as Inside
    this.#done = new Promise((resolve, reject) => {
      this.#pdf.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
      this.#pdf.on('end', resolve)
      this.#pdf.on('error', reject)
    })
    // pdfkit's own XMP takes titles in without escaping them and does not know the language.
    this.#inside.endMetadata = () => {
      const metadata = this.object({ Type: 'Metadata', Subtype: 'XML' }, [Buffer.from(xmp(facts))], false)
      const { _root: root } = this.#inside
      root.data['Metadata'] = metadata
    }
  }

  /** A new page for this sheet; its content is written with the page's own foot left as origin, y upwards. */
  addPage(sheet: Sheet, name: string | undefined): void {
    const { width, height, margin } = sheet
    this.#pdf.addPage({ size: [width + 2 * margin, height + 2 * margin], margin: 0 })
    const { page } = this.#inside
    Object.assign(page.dictionary.data, boxesOf(sheet))
    if (name) this.#pdf.outline.addItem(name)
    // Back from pdfkit's coordinates, which count y downwards.
    this.write(`1 0 0 -1 ${margin} ${page.height - margin} cm`)
  }

  /** Adds operators to the page's content. */
  write(operators: string): void {
    this.#pdf.addContent(operators)
  }

  /** A new object: a dictionary, or a stream where there are data. Packed unless it says how it is packed. */
  object(data: Record<string, unknown>, chunks: readonly Uint8Array[] = [], packs = true): PdfObject {
    const object = this.#inside.ref(data)
    if (!packs) (object as unknown as { compress: boolean }).compress = false
    for (const chunk of chunks) object.write(chunk)
    object.end()
    return object
  }

  /** An object that others may refer to before it is written: fill its `data`, then `end` it. */
  later(): PdfObject {
    return this.#inside.ref({})
  }

  /** Enters an object among the current page's resources. */
  use(kind: 'Font' | 'XObject' | 'ExtGState' | 'ColorSpace', name: string, object: unknown): void {
    const { data } = this.#inside.page.resources
    const resources = (data[kind] ??= {}) as Record<string, unknown>
    resources[name] = object
  }

  /** Ends the file and gives its bytes. */
  async end(): Promise<Uint8Array> {
    this.#pdf.end()
    await this.#done
    return Buffer.concat(this.#chunks)
  }
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Characters that no XML may hold.
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** XMP (ISO 16684-1): title, language, times and program. */
function xmp({ title, created }: DocumentFacts): string {
  const time = `${created.toISOString().slice(0, 19)}Z`
  const alternative = `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title>${alternative}</dc:title>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:CreatorTool>大样</xmp:CreatorTool>
<pdf:Producer>大样</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
