import { Menu, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { contextMenuTemplate, menuTemplate, type Action, type MenuItem } from './menu'

/** What each of the shell's own menu items does. */
export type Actions = Readonly<Record<Exclude<Action, 'undo' | 'redo'>, () => void>>

function press(contents: WebContents | undefined, shift: boolean): void {
  const modifiers: ('meta' | 'control' | 'shift')[] = [process.platform === 'darwin' ? 'meta' : 'control']
  if (shift) modifiers.push('shift')
  contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Z', modifiers })
  contents?.sendInputEvent({ type: 'keyUp', keyCode: 'Z', modifiers })
}

function withClicks(items: readonly MenuItem[], actions: Actions): MenuItemConstructorOptions[] {
  return items.map(({ action, submenu, ...item }) => ({
    ...item,
    ...(submenu && { submenu: withClicks(submenu, actions) }),
    ...(action && {
      click: (_item, window) => {
        if (action === 'undo' || action === 'redo')
          press((window as BrowserWindow | undefined)?.webContents, action === 'redo')
        else actions[action]()
      },
    }),
  }))
}

/** Sets the menu bar. */
export const setMenuBar = (actions: Actions, packaged: boolean): void =>
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      withClicks(menuTemplate({ mac: process.platform === 'darwin', packaged }), actions),
    ),
  )

/** Gives a window the menu of the right button. */
export function addContextMenu(window: BrowserWindow, actions: Actions): void {
  window.webContents.on('context-menu', (_event, place) => {
    const items = contextMenuTemplate(place)
    if (items.length > 0) Menu.buildFromTemplate(withClicks(items, actions)).popup({ window })
  })
}
