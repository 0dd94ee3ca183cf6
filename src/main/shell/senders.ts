import { isOwnPage } from './origin'

/** What is known of a frame that sends a message. Null when it is gone already. */
export interface SenderFrame {
  readonly url: string
  /** Null for the window's top frame. */
  readonly parent: unknown
}

/** Whether a message is heard: it comes from the top frame of the app's own page. */
export const isTrustedSender = (frame: SenderFrame | null, home: string): boolean =>
  frame !== null && frame.parent === null && isOwnPage(frame.url, home)
