import { Menu, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron'
import { contextMenuTemplate, menuTemplate, type Action, type MenuItem, type PressedAction } from './menu'

/** What each of the shell's own menu items does. */
export type Actions = Readonly<Record<Exclude<Action, PressedAction>, () => void>>

/** The keys of what the window does, by Electron's names. */
const keys: Readonly<Record<PressedAction, { readonly keyCode: string; readonly shift: boolean }>> = {
  undo: { keyCode: 'Z', shift: false },
  redo: { keyCode: 'Z', shift: true },
  import: { keyCode: 'O', shift: false },
}
const isPressed = (action: Action): action is PressedAction => action in keys

function press(contents: WebContents | undefined, action: PressedAction): void {
  const { keyCode, shift } = keys[action]
  const modifiers: ('meta' | 'control' | 'shift')[] = [process.platform === 'darwin' ? 'meta' : 'control']
  if (shift) modifiers.push('shift')
  contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
  contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
}

function withClicks(items: readonly MenuItem[], actions: Actions): MenuItemConstructorOptions[] {
  return items.map(({ action, submenu, ...item }) => ({
    ...item,
    ...(submenu && { submenu: withClicks(submenu, actions) }),
    ...(action && {
      click: (_item, window) => {
        if (isPressed(action)) press((window as BrowserWindow | undefined)?.webContents, action)
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
