import { createHash } from 'node:crypto'
import { joined, latin, startsWith } from './bytes'
import { mergedIim } from './iim'
import {
  isResourceSegment,
  readResources,
  resource,
  resourceSegments,
  type ImageResource,
} from './image-resources'
import { joinJpeg, mostSegmentBytes, splitJpeg, type JpegSegment } from './jpeg-segments'
import { withPicturesMoved } from './multi-picture'
import type { MadeMetadata, PhotoFacts } from './photo-facts'
import { mergedXmp } from './xmp'

const app0 = 0xe0
const app1 = 0xe1
const exifIdentifier = latin('Exif\0\0')
const xmpIdentifier = latin('http://ns.adobe.com/xap/1.0/\0')

/** Photoshop's image resources: the IPTC block, and the MD5 by which programs see that it changed. */
const iptcResource = 0x0404
const iptcDigestResource = 0x0425

/**
 * A JPEG with these facts in IPTC-IIM (APP13) and XMP (APP1); null where it is no whole JPEG. Every byte from the
 * first scan on, and every segment that is not one of the two, stays as it was; in the two, what the facts do not
 * name is kept.
 */
export function jpegWithFacts(bytes: Uint8Array, facts: PhotoFacts, now: Date): MadeMetadata | null {
  const jpeg = splitJpeg(bytes)
  if (!jpeg) return null
  const isXmp = (segment: JpegSegment) => segment.marker === app1 && startsWith(segment.data, xmpIdentifier)
  const oldXmp = jpeg.segments.find(isXmp)
  const { resources, broken } = readResources(jpeg.segments)
  const oldIim = resources.find(({ signature, id }) => signature === '8BIM' && id === iptcResource)

  const iim = mergedIim(oldIim?.data ?? null, facts)
  const xmp = mergedXmp(oldXmp?.data.subarray(xmpIdentifier.length) ?? null, facts, now)
  const warnings = [...iim.warnings, ...xmp.warnings]
  if (broken) warnings.push('原有的 Photoshop 信息有一段读不懂，已略去')
  const room = mostSegmentBytes - xmpIdentifier.length
  const packet = xmp.bytes.length <= room ? xmp.bytes : xmp.unpadded
  const xmpFits = packet.length <= room
  if (!xmpFits) warnings.push('原有的 XMP 太大，没有改动，说明只写在 IPTC 里')

  const ours: JpegSegment[] = [
    ...(xmpFits ? [{ marker: app1, data: joined([xmpIdentifier, packet]), at: null }] : []),
    ...resourceSegments(withIptc(resources, iim.bytes)),
  ]
  const others = jpeg.segments.filter(segment => !isResourceSegment(segment) && !(xmpFits && isXmp(segment)))
  // JFIF and EXIF stand first, by their own rules; ours right behind them, where every reader looks.
  const lead = others.findIndex(
    ({ marker, data }) => marker !== app0 && !(marker === app1 && startsWith(data, exifIdentifier)),
  )
  const place = lead < 0 ? others.length : lead
  const segments = [...others.slice(0, place), ...ours, ...others.slice(place)]
  return { bytes: joinJpeg(withPicturesMoved(segments, jpeg.restAt), jpeg.rest), warnings }
}

/** The resources with this IPTC block and its digest in front: a reader that stops early finds them. */
function withIptc(resources: readonly ImageResource[], iim: Uint8Array): ImageResource[] {
  const others = resources.filter(
    ({ signature, id }) => !(signature === '8BIM' && (id === iptcResource || id === iptcDigestResource)),
  )
  const digest = createHash('md5').update(iim).digest()
  return [resource(iptcResource, iim), resource(iptcDigestResource, digest), ...others]
}
