import { contextBridge, ipcRenderer } from 'electron'

/** The page's own window: all that is needed of the DOM here. */
declare const window: { postMessage(message: string, origin: string, ports: readonly unknown[]): void }

/**
 * The one bridge between the window and the shell: it hands over a port to the newsroom, and nothing else. The port
 * arrives in the page as a window message `dayang:port`; it comes again, unasked, after the newsroom's process was
 * started anew.
 */
contextBridge.exposeInMainWorld('dayang', {
  connect() {
    ipcRenderer.send('dayang:connect')
  },
})

ipcRenderer.on('dayang:port', event => {
  // A port cannot cross the bridge as a value; a message of the window to itself carries it into the page's world.
  window.postMessage('dayang:port', '*', [...event.ports])
})
