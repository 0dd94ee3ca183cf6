import type { PhotoFacts } from '../../shared/contract'
import { mostPhotoBytes, photoTooLarge } from '../../shared/contract/photos'
import { client, expected } from './client'
import { unsentUntil } from './unsent'

/** A photo that the newsroom keeps, with what its file says of it. */
export interface TakenPhoto {
  /** SHA-256 of the original. */
  readonly image: string
  /** Pixels of the upright picture. */
  readonly width: number
  readonly height: number
  readonly facts: PhotoFacts
}

/** Gives a file's bytes to the photo store as they are. Throws what `failureOf` understands. */
export async function takePhoto(file: Blob): Promise<TakenPhoto> {
  // What the newsroom would refuse need not be sent.
  if (file.size > mostPhotoBytes) throw expected(photoTooLarge(file.size))
  return unsentUntil(keep(file))
}

async function keep(file: Blob): Promise<TakenPhoto> {
  const kept = await client.photos.add({ file })
  return { ...kept, facts: await client.photos.facts({ hash: kept.image }) }
}
