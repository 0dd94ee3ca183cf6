import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'
import { xmlText } from './xml-text'
import type { MadeMetadata, PhotoFacts } from './photo-facts'

/** Namespaces of XMP by the prefixes that everybody uses. */
export const spaces = {
  x: 'adobe:ns:meta/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
} as const
type Prefix = 'dc' | 'photoshop' | 'xmp'

/** A property and how XMP writes it: plain, one text by language (Alt), several in order (Seq). */
interface Property {
  readonly prefix: Prefix
  readonly name: string
  readonly form: 'plain' | 'Alt' | 'Seq'
  readonly values: readonly string[]
}

const emptyPacket = `<x:xmpmeta xmlns:x="${spaces.x}"><rdf:RDF xmlns:rdf="${spaces.rdf}"/></x:xmpmeta>`

/** Room for programs that change a packet in its place, as XMP asks. */
const padding = `${' '.repeat(99)}\n`.repeat(20)

/** The packet of a photo: bytes with padding, and as short as it goes. */
export interface MadeXmp extends MadeMetadata {
  readonly unpadded: Uint8Array
}

/**
 * An XMP packet with these facts. Other properties of `existing` are kept; a packet that is no XML is replaced.
 */
export function mergedXmp(existing: Uint8Array | null, facts: PhotoFacts, now: Date): MadeXmp {
  const read = existing ? readPacket(existing) : readPacket(Buffer.from(emptyPacket))
  const warnings = read ? [] : ['原有的 XMP 读不懂，已换成新的']
  const packet = read ?? readPacket(Buffer.from(emptyPacket))
  if (!packet) throw new Error('the empty packet is not XMP')
  const properties = propertiesOf(facts, now)
  // All descriptions of a packet speak of one resource, which most programs name ''.
  const about = descriptionsOf(packet.rdf)[0]?.getAttributeNS(spaces.rdf, 'about') ?? ''
  removeProperties(packet.rdf, properties)
  addProperties(packet, properties, about)
  const xml = new XMLSerializer().serializeToString(packet.document.documentElement ?? packet.rdf)
  const wrapped = (pad: string) =>
    Buffer.from(
      `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${xml}\n${pad}<?xpacket end="w"?>`,
      'utf8',
    )
  return { bytes: wrapped(padding), unpadded: wrapped(''), warnings }
}

function propertiesOf(facts: PhotoFacts, now: Date): Property[] {
  const property = (prefix: Prefix, name: string, form: Property['form'], values: readonly string[]) => ({
    prefix,
    name,
    form,
    values: values.map(xmlText).filter(value => value !== ''),
  })
  return [
    property('dc', 'title', 'Alt', [facts.storyNumber]),
    property('dc', 'description', 'Alt', [facts.caption]),
    property('dc', 'creator', 'Seq', facts.photographers),
    property('photoshop', 'Headline', 'plain', [facts.headline]),
    property('photoshop', 'Credit', 'plain', [facts.credit]),
    property('photoshop', 'City', 'plain', [facts.city]),
    property('photoshop', 'DateCreated', 'plain', [facts.date ?? '']),
    property('xmp', 'MetadataDate', 'plain', [now.toISOString()]),
  ].filter(({ values }) => values.length > 0)
}

/** An XMP packet as XML. */
export interface Packet {
  readonly document: Document
  readonly rdf: Element
}

/** Null where the bytes are no XML with an rdf:RDF in it. */
export function readPacket(bytes: Uint8Array): Packet | null {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/\0+$/, '').trim()
  // XMP needs no document type; entities that name each other could fill the memory.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null
  try {
    const strict = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message)
      },
    })
    const document = strict.parseFromString(text, 'text/xml')
    const rdf = document.getElementsByTagNameNS(spaces.rdf, 'RDF').item(0)
    return rdf ? { document, rdf } : null
  } catch {
    // The parser throws for what is not XML.
    return null
  }
}

export const elementsOf = (parent: Element) =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)

export const descriptionsOf = (rdf: Element) =>
  elementsOf(rdf).filter(
    ({ namespaceURI, localName }) => namespaceURI === spaces.rdf && localName === 'Description',
  )

/** A property stands as an element or, when it is plain, as an attribute of any rdf:Description. */
function removeProperties(rdf: Element, properties: readonly Property[]) {
  for (const description of descriptionsOf(rdf)) {
    for (const { prefix, name } of properties) {
      description.removeAttributeNS(spaces[prefix], name)
      for (const child of elementsOf(description)) {
        if (child.namespaceURI === spaces[prefix] && child.localName === name) description.removeChild(child)
      }
    }
    // A description that says nothing any more would stay behind at each writing.
    const says = Array.from(description.attributes).some(
      ({ namespaceURI }) => namespaceURI !== spaces.xmlns && namespaceURI !== spaces.rdf,
    )
    if (!says && elementsOf(description).length === 0) rdf.removeChild(description)
  }
}

function addProperties({ document, rdf }: Packet, properties: readonly Property[], about: string) {
  const own = document.createElementNS(spaces.rdf, 'rdf:Description')
  own.setAttributeNS(spaces.rdf, 'rdf:about', about)
  for (const prefix of ['dc', 'photoshop', 'xmp'] as const) {
    own.setAttributeNS(spaces.xmlns, `xmlns:${prefix}`, spaces[prefix])
  }
  for (const { prefix, name, form, values } of properties) {
    const element = document.createElementNS(spaces[prefix], `${prefix}:${name}`)
    if (form === 'plain') element.textContent = values[0] ?? ''
    else {
      const list = document.createElementNS(spaces.rdf, `rdf:${form}`)
      for (const value of values) {
        const item = document.createElementNS(spaces.rdf, 'rdf:li')
        if (form === 'Alt') item.setAttributeNS(spaces.xml, 'xml:lang', 'x-default')
        item.textContent = value
        list.appendChild(item)
      }
      element.appendChild(list)
    }
    own.appendChild(element)
  }
  rdf.appendChild(own)
}
