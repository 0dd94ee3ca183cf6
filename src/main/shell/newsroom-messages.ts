import type { Failure } from '../../shared/contract'

/** What the newsroom's process tells the shell; the windows talk to it over ports of their own. */
export type NewsroomMessage =
  | { readonly kind: 'open'; readonly folder: string }
  /** It could not open its folder: the person is told, and starting again would not help. */
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What the shell tells the newsroom's process. A `window` brings the port of a window along. */
export type ShellMessage = { readonly kind: 'window' } | { readonly kind: 'close' }
