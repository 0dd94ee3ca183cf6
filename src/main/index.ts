import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'
import { readShellOptions } from './shell/command-line'
import { guardNavigation, guardPermissions } from './shell/electron-guards'
import { addContextMenu, setMenuBar, type Actions } from './shell/electron-menus'
import { hear } from './shell/electron-messages'
import { NewsroomProcess } from './shell/electron-newsroom'
import { registerScheme, serveScheme } from './shell/electron-scheme'
import { openWindow } from './shell/electron-window'
import { appUrl } from './shell/origin'

const options = readShellOptions(process.argv.slice(1))
const here = import.meta.dirname
/** The development server's page, while one is running; never in a packaged app. */
const home = (!app.isPackaged && process.env['ELECTRON_RENDERER_URL']) || appUrl

// Chromium's profile stands apart from the newsroom's files; two folders of data may be open at a time, one not twice.
const profile = join(options.data ?? app.getPath('userData'), 'window')
mkdirSync(profile, { recursive: true })
app.setPath('userData', profile)
app.enableSandbox()
registerScheme()

if (app.requestSingleInstanceLock()) void app.whenReady().then(start)
else app.quit()

function start(): void {
  let folder: string | null = null
  const actions: Actions = {
    'reveal-data': () => {
      if (folder) void shell.openPath(folder)
    },
    about: () => app.showAboutPanel(),
  }
  app.setAboutPanelOptions({ applicationName: '大样', applicationVersion: app.getVersion() })

  serveScheme(join(here, '../renderer'))
  guardPermissions(home)
  guardNavigation(home)
  setMenuBar(actions, app.isPackaged)

  const newsroom = new NewsroomProcess(
    join(here, 'utility.js'),
    options.data ? ['--data', options.data] : [],
    {
      opened: where => (folder = where),
      failed: ({ message, remedy }) => end('大样打不开资料', `${message}\n${remedy}`),
      lost: () =>
        end('大样停下了', '编务后台一再停止，已保存的稿件都在。\n请重新启动大样；仍不行就重新启动电脑。'),
    },
  )
  hear('dayang:connect', home, sender => newsroom.connect(sender))

  const open = () => {
    const window = openWindow({
      preload: join(here, '../preload/index.cjs'),
      stateFile: join(profile, 'window.json'),
      home,
    })
    addContextMenu(window, actions)
  }
  open()

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    void newsroom.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

function end(title: string, content: string): void {
  dialog.showErrorBox(title, content)
  app.exit(1)
}
