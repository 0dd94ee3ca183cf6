import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** Where every Office package begins; sniffers look for it there. */
const contentTypes = '[Content_Types].xml'

/**
 * An Office file packed again so that the same content always makes the same bytes: the libraries stamp files
 * and properties with the clock.
 * @param time for the files in the package, in the process's own zone (see `zipTime`)
 * @param now for created and modified in the properties
 */
export function settledPackage(bytes: Uint8Array, time: Date, now: Date): Uint8Array {
  const files = unzipSync(bytes)
  const names = Object.keys(files).sort()
  const settled: Zippable = {}
  for (const name of [contentTypes, ...names.filter(name => name !== contentTypes)]) {
    const file = files[name]
    if (file) settled[name] = name === 'docProps/core.xml' ? withDates(file, now) : file
  }
  return zipSync(settled, { mtime: time, level: 6 })
}

function withDates(core: Uint8Array, now: Date): Uint8Array {
  const stamped = strFromU8(core)
    .replace(/(<dcterms:created[^>]*>)[^<]*/, `$1${now.toISOString()}`)
    .replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${now.toISOString()}`)
  const said = stamped.includes('<dc:language>')
    ? stamped
    : stamped.replace('</cp:coreProperties>', '<dc:language>zh-CN</dc:language></cp:coreProperties>')
  return strToU8(said)
}
