import { joined, viewOf } from './bytes'
import { fieldDecoder, type FieldDecoder } from './field-text'
import type { MadeMetadata, PhotoFacts } from './photo-facts'

/** A field of IPTC-IIM 4.2: record and number, say 2:120 for the caption. */
interface Dataset {
  readonly record: number
  readonly number: number
  readonly data: Uint8Array
}

const tagMarker = 0x1c
const mostShortBytes = 0x7fff

/** 1:90, the escape sequence that says UTF-8. */
const utf8Marker = Uint8Array.of(0x1b, 0x25, 0x47)

/** 2:00, the version of the record: 4. */
const recordVersion = Uint8Array.of(0, 4)

/** Fields of record 2 that hold no text: version, rasterised caption, preview. */
const binary: ReadonlySet<number> = new Set([0, 125, 200, 201, 202])

/** Where a fact goes and how many bytes of it IIM allows. */
const fields = {
  storyNumber: { number: 5, bytes: 64, name: '稿号' },
  date: { number: 55, bytes: 8, name: '拍摄日期' },
  photographers: { number: 80, bytes: 32, name: '摄影者' },
  city: { number: 90, bytes: 32, name: '城市' },
  headline: { number: 105, bytes: 256, name: '标题' },
  credit: { number: 110, bytes: 32, name: '摄影署名' },
  caption: { number: 120, bytes: 2000, name: '图说' },
} as const satisfies Record<keyof PhotoFacts, { number: number; bytes: number; name: string }>

const encoder = new TextEncoder()

/** The longest beginning of a text in UTF-8 within a number of bytes that ends between two characters. */
export function boundedUtf8(text: string, bytes: number): Uint8Array {
  const all = encoder.encode(text)
  if (all.length <= bytes) return all
  let end = bytes
  // Bytes 10xxxxxx go on with a character that began before.
  while (end > 0 && ((all[end] ?? 0) & 0xc0) === 0x80) end--
  return all.subarray(0, end)
}

/** IIM with these facts: other fields of `existing` are kept, as UTF-8, which the block then says it is. */
export function mergedIim(existing: Uint8Array | null, facts: PhotoFacts): MadeMetadata {
  const { datasets, broken } = existing ? readDatasets(existing) : { datasets: [], broken: false }
  const warnings = broken ? ['原有的 IPTC 有一段读不懂，已略去'] : []
  const own: Dataset[] = []
  const put = (field: keyof PhotoFacts, text: string | null) => {
    const { number, bytes, name } = fields[field]
    const line = (text ?? '').toWellFormed().replace(/\0/g, '')
    if (line === '') return
    const data = boundedUtf8(line, bytes)
    if (data.length < encoder.encode(line).length) {
      warnings.push(`${name}太长，IPTC 里只到 ${bytes} 字节，XMP 里是全文`)
    }
    own.push({ record: 2, number, data })
  }
  put('storyNumber', facts.storyNumber)
  put('date', facts.date?.replace(/-/g, '') ?? null)
  for (const name of facts.photographers) put('photographers', name)
  put('city', facts.city)
  put('headline', facts.headline)
  put('credit', facts.credit)
  put('caption', facts.caption)

  const ownNumbers = new Set(own.map(({ number }) => number))
  const decode = decoderOf(datasets)
  const kept = datasets
    .filter(({ record, number }) => !(record === 1 && number === 90))
    .filter(({ record, number }) => !(record === 2 && (ownNumbers.has(number) || number === 0)))
    .map(dataset => {
      if (dataset.record !== 2 || binary.has(dataset.number)) return dataset
      return { ...dataset, data: encoder.encode(decode(dataset.data)) }
    })
  const version = datasets.find(({ record, number }) => record === 2 && number === 0)?.data ?? recordVersion
  const of = (keep: (record: number) => boolean) => kept.filter(({ record }) => keep(record))
  // Records stand in their order; within record 1 the model's version leads.
  const all: Dataset[] = [
    ...of(record => record === 1).sort((a, b) => a.number - b.number),
    { record: 1, number: 90, data: utf8Marker },
    { record: 2, number: 0, data: version },
    ...of(record => record === 2),
    ...own,
    ...of(record => record > 2).sort((a, b) => a.record - b.record),
  ]
  return { bytes: joined(all.flatMap(encoded)), warnings }
}

/** Texts of record 2 by the numbers of their fields, in their order; a field may stand several times. */
export function readIim(bytes: Uint8Array): ReadonlyMap<number, readonly string[]> {
  const { datasets } = readDatasets(bytes)
  const decode = decoderOf(datasets)
  const texts = new Map<number, string[]>()
  for (const { record, number, data } of datasets) {
    if (record !== 2 || binary.has(number)) continue
    texts.set(number, [...(texts.get(number) ?? []), decode(data)])
  }
  return texts
}

function readDatasets(bytes: Uint8Array): { datasets: Dataset[]; broken: boolean } {
  const view = viewOf(bytes)
  const datasets: Dataset[] = []
  let at = 0
  while (at + 5 <= bytes.length && bytes[at] === tagMarker) {
    let length = view.getUint16(at + 3)
    let dataAt = at + 5
    if (length > mostShortBytes) {
      // An extended field: the low bits count the bytes of its length.
      const lengthBytes = length & mostShortBytes
      if (lengthBytes !== 4 || dataAt + 4 > bytes.length) return { datasets, broken: true }
      length = view.getUint32(dataAt)
      dataAt += 4
    }
    if (dataAt + length > bytes.length) return { datasets, broken: true }
    datasets.push({
      record: bytes[at + 1] ?? 0,
      number: bytes[at + 2] ?? 0,
      data: bytes.subarray(dataAt, dataAt + length),
    })
    at = dataAt + length
  }
  return { datasets, broken: bytes.subarray(at).some(byte => byte !== 0) }
}

function encoded({ record, number, data }: Dataset): Uint8Array[] {
  const isLong = data.length > mostShortBytes
  const head = new Uint8Array(isLong ? 9 : 5)
  head.set([tagMarker, record, number])
  if (isLong) {
    viewOf(head).setUint16(3, 0x8004)
    viewOf(head).setUint32(5, data.length)
  } else viewOf(head).setUint16(3, data.length)
  return [head, data]
}

/** Reads the texts of a block, which may say that it is UTF-8. */
function decoderOf(datasets: readonly Dataset[]): FieldDecoder {
  const said = datasets.find(({ record, number }) => record === 1 && number === 90)?.data
  const saysUtf8 =
    said !== undefined && said.length === 3 && said.every((byte, at) => byte === utf8Marker[at])
  const texts = datasets.filter(({ record, number }) => record === 2 && !binary.has(number))
  return fieldDecoder(
    texts.map(({ data }) => data),
    saysUtf8,
  )
}
