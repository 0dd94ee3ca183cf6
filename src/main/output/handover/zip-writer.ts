import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { joined } from './photo/bytes'

/** A zip with 32-bit places holds less than 4 GB; memory on a desk's machine sets a nearer bound. */
export const mostZipBytes = 1_500_000_000

/**
 * A zip that grows file by file. Names are marked as UTF-8, which Windows Explorer needs to show Chinese ones.
 * Memory: the zip itself once while it grows, twice at the end.
 */
export class ZipWriter {
  private readonly chunks: Uint8Array[] = []
  private size = 0
  private failure: Error | null = null
  private readonly zip = new Zip((error, chunk) => {
    if (error) this.failure = error
    else this.take(chunk)
  })

  /** @param time for every file, in the process's own zone (see `zipTime`) */
  constructor(private readonly time: Date) {}

  /** Bytes so far. */
  get bytes(): number {
    return this.size
  }

  /** @param isPacked already: pictures and Office files only lose time by deflating */
  add(path: string, bytes: Uint8Array, isPacked: boolean) {
    const entry = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = this.time
    this.zip.add(entry)
    entry.push(bytes, true)
    if (this.failure) throw this.failure
  }

  /** The whole zip. Nothing can be added after. */
  end(): Uint8Array {
    this.zip.end()
    if (this.failure) throw this.failure
    const whole = joined(this.chunks)
    this.chunks.length = 0
    return whole
  }

  private take(chunk: Uint8Array) {
    this.chunks.push(chunk)
    this.size += chunk.length
  }
}
