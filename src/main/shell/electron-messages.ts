import { ipcMain, type WebContents } from 'electron'
import { isTrustedSender } from './senders'

/** The only way that the shell hears a window: messages of anything but our own top frame are dropped. */
export function hear(channel: string, home: string, answer: (sender: WebContents) => void): void {
  ipcMain.on(channel, event => {
    if (isTrustedSender(event.senderFrame, home)) answer(event.sender)
  })
}
