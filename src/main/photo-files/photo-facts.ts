/**
 * What the newsroom knows of a photo, as it goes into the file. An empty or null fact leaves what the file itself
 * says of it.
 */
export interface PhotoFacts {
  /** 稿号 → Object Name, dc:title */
  readonly storyNumber: string
  /** 主题 of its story → Headline, photoshop:Headline */
  readonly headline: string
  /** 图说 → Caption/Abstract, dc:description */
  readonly caption: string
  /** 摄影者, one a name → By-line, dc:creator */
  readonly photographers: readonly string[]
  /** 史婉 摄 → Credit, photoshop:Credit */
  readonly credit: string
  /** → City, photoshop:City */
  readonly city: string
  /** ISO date → Date Created, photoshop:DateCreated */
  readonly date: string | null
}

/** Metadata made for a photo, and what the desk should know of it. */
export interface MadeMetadata {
  readonly bytes: Uint8Array
  /** Parts of a sentence about this photo: 图说太长…. */
  readonly warnings: readonly string[]
}
