import { readFileSync, writeFileSync } from 'node:fs'
import { BrowserWindow, dialog, screen } from 'electron'
import { placeWindow, readWindowState, smallestWindow, type WindowState } from './window-state'

/** What a window is made of. */
export interface WindowOptions {
  /** The built preload. */
  readonly preload: string
  /** Where the window's place is kept between starts. */
  readonly stateFile: string
  /** The first page. */
  readonly home: string
}

function lastState(file: string): WindowState {
  try {
    return readWindowState(readFileSync(file, 'utf8'))
  } catch {
    // No file: a first start.
    return { maximized: true }
  }
}

/** Opens the window where it stood last time. Its place is written whenever it rests, not when it closes: Windows
 * may shut down without asking. */
export function openWindow({ preload, stateFile, home }: WindowOptions): BrowserWindow {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(display => display.id !== main.id)
  const state = lastState(stateFile)
  const window = new BrowserWindow({
    ...placeWindow(
      state,
      [main, ...others].map(display => display.workArea),
    ),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: '大样',
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      // The desk's own spelling marks are the newsroom's; Chromium's dictionary knows no Chinese.
      spellcheck: false,
    },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepState(window, stateFile)
  askBeforeLosing(window)
  void window.loadURL(home)
  return window
}

/** The page refuses to go while text of it is not in the newsroom: without a word of ours Electron would just stay. */
function askBeforeLosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', event => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: '大样',
      message: '还有文字没有存好',
      detail: '窗口里写的还没有全部送到编务后台。等左下角显示“已存”再关，就一个字也不会少。',
      buttons: ['先不关', '不等了，现在就关'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Prevented, the page’s refusal is passed over.
    if (answer === 1) event.preventDefault()
  })
}

function keepState(window: BrowserWindow, file: string): void {
  let pending: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(pending)
    pending = setTimeout(() => {
      if (window.isDestroyed()) return
      const state: WindowState = { area: window.getNormalBounds(), maximized: window.isMaximized() }
      try {
        writeFileSync(file, JSON.stringify(state))
      } catch (error) {
        // A full disk must not take the window down for the sake of its place.
        console.warn(error)
      }
    }, 400)
  }
  window.on('resize', keep)
  window.on('move', keep)
  window.on('maximize', keep)
  window.on('unmaximize', keep)
}
