import type { Element } from '@xmldom/xmldom'
import { descriptionsOf, elementsOf, readPacket, spaces } from './xmp'

/** Bytes of a packet beyond which it is not parsed: real ones have some thousand. */
const mostPacketBytes = 2_000_000

/** Reads a property's texts; none where the packet does not say. */
export type XmpReader = (prefix: 'dc' | 'photoshop' | 'xmp', name: string) => readonly string[]

/**
 * A reader of a packet's properties, whatever way they are written: an attribute, an element, a list, one text by
 * language (Chinese first, then the default). Null where the packet is too large or no XMP.
 */
export function xmpReader(packet: Uint8Array): XmpReader | null {
  if (packet.length > mostPacketBytes) return null
  const read = readPacket(packet)
  if (!read) return null
  const descriptions = descriptionsOf(read.rdf)
  return (prefix, name) => {
    for (const description of descriptions) {
      const attribute = description.getAttributeNS(spaces[prefix], name)
      if (attribute) return [attribute]
      const element = elementsOf(description).find(
        ({ namespaceURI, localName }) => namespaceURI === spaces[prefix] && localName === name,
      )
      if (element) return textsOf(element)
    }
    return []
  }
}

function textsOf(element: Element): string[] {
  const [list] = elementsOf(element)
  if (!list) return [element.textContent ?? '']
  const items = elementsOf(list)
  if (list.localName !== 'Alt') return items.map(item => item.textContent ?? '')
  const inLanguage = (wanted: RegExp) =>
    items.find(item => wanted.test(item.getAttributeNS(spaces.xml, 'lang') ?? ''))
  const chosen = inLanguage(/^zh/i) ?? inLanguage(/^x-default$/i) ?? items[0]
  return chosen ? [chosen.textContent ?? ''] : []
}
