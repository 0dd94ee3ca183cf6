import { zipSync, type Zippable } from 'fflate'

/** A zip with 32-bit places holds less than 4 GB; memory on a desk's machine sets a nearer bound. */
export const mostZipBytes = 1_500_000_000

/**
 * A zip that every unpacker reads: names are marked as UTF-8, which Windows Explorer needs to show Chinese ones,
 * and sizes stand before the files (fflate's streaming writer puts them behind, which programs on phones that read
 * from the front refuse for stored files).
 * Memory: the files once while it grows, and at the end the zip beside them.
 */
export class ZipWriter {
  private readonly files: Zippable = {}
  private size = 0

  /** @param time for every file, in the process's own zone (see `zipTime`) */
  constructor(private readonly time: Date) {}

  /** Bytes of the files so far. */
  get bytes(): number {
    return this.size
  }

  /** @param isPacked already: pictures and Office files only lose time by deflating */
  add(path: string, bytes: Uint8Array, isPacked: boolean) {
    this.files[path] = [bytes, { level: isPacked ? 0 : 6 }]
    this.size += bytes.length
  }

  /** The whole zip, about 2.5 ms a megabyte. */
  end(): Uint8Array {
    return zipSync(this.files, { mtime: this.time })
  }
}
