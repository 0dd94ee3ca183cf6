/* Globals that every host of shared/ has, Node and browser alike, typed without either's library. */
declare class Blob {
  constructor(parts?: readonly unknown[], options?: { type?: string })
  readonly size: number
  readonly type: string
  arrayBuffer(): Promise<ArrayBuffer>
}
