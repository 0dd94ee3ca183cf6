/**
 * Draws the sample edition's advertisements and its illustration again: `node scripts/sample-drawings.mjs`. Words are
 * set in Noto CJK, which the system must have (Debian: fonts-noto-cjk); the pictures are in the repository.
 */
import { join } from 'node:path'
import sharp from 'sharp'
import { appleAd } from './sample-drawings/apple-ad.mjs'
import { libraryAd } from './sample-drawings/library-ad.mjs'
import { oldCanal } from './sample-drawings/old-canal.mjs'
import { root } from './setup/root.mjs'

const drawings = {
  'ads/apples.jpg': appleAd,
  'ads/library.jpg': libraryAd,
  'photos/old-canal.jpg': oldCanal,
}

for (const [name, svg] of Object.entries(drawings)) {
  await sharp(Buffer.from(svg))
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88, mozjpeg: true })
    .withMetadata({ density: 300 })
    .toFile(join(root, 'resources/sample', name))
}
