/** The roles that our menus use: what Electron does by itself, under a label of ours. */
export type Role =
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'selectAll'
  | 'reload'
  | 'toggleDevTools'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front'
  | 'window'
  | 'help'

/**
 * What the window does, so that the menu presses its key. Undo and redo are the editor's own: the roles of that name
 * would undo in the page behind its back.
 */
export type PressedAction = 'undo' | 'redo' | 'import'

/** What the shell itself does, or presses. */
export type Action = 'reveal-data' | 'about' | PressedAction

/** An item as Electron's `Menu.buildFromTemplate` takes it, once `action` was given a click. */
export interface MenuItem {
  readonly label?: string
  readonly role?: Role
  readonly action?: Action
  readonly type?: 'separator'
  readonly accelerator?: string
  /** False where the accelerator is only shown and the page answers the key itself. */
  readonly registerAccelerator?: boolean
  readonly enabled?: boolean
  readonly submenu?: MenuItem[]
}

const line: MenuItem = { type: 'separator' }
const item = (label: string, role: Role): MenuItem => ({ label, role })
const key = (label: string, action: Action, accelerator: string): MenuItem => ({
  label,
  action,
  accelerator,
  registerAccelerator: false,
})
const undo = key('撤销', 'undo', 'CmdOrCtrl+Z')
const redo = key('重做', 'redo', 'CmdOrCtrl+Shift+Z')

/** The menu bar. Every role has its Chinese label: Electron's own are English. */
export function menuTemplate({ mac, packaged }: { mac: boolean; packaged: boolean }): MenuItem[] {
  const app: MenuItem = {
    label: '大样',
    submenu: [
      item('关于大样', 'about'),
      line,
      item('服务', 'services'),
      line,
      item('隐藏大样', 'hide'),
      item('隐藏其他', 'hideOthers'),
      item('全部显示', 'unhide'),
      line,
      item('退出大样', 'quit'),
    ],
  }
  const file: MenuItem = {
    label: '文件',
    submenu: [
      key('导入来稿', 'import', 'CmdOrCtrl+O'),
      line,
      { label: '打开资料文件夹', action: 'reveal-data' },
      line,
      item('关闭窗口', 'close'),
      ...(mac ? [] : [item('退出', 'quit')]),
    ],
  }
  const edit: MenuItem = {
    label: '编辑',
    submenu: [
      undo,
      redo,
      line,
      item('剪切', 'cut'),
      item('复制', 'copy'),
      item('粘贴', 'paste'),
      item('粘贴为纯文本', 'pasteAndMatchStyle'),
      item('全选', 'selectAll'),
    ],
  }
  const view: MenuItem = {
    label: '视图',
    submenu: [
      item('实际大小', 'resetZoom'),
      item('放大', 'zoomIn'),
      item('缩小', 'zoomOut'),
      line,
      item('全屏', 'togglefullscreen'),
      ...(packaged ? [] : [line, item('重新载入', 'reload'), item('开发者工具', 'toggleDevTools')]),
    ],
  }
  const windows: MenuItem = {
    label: '窗口',
    role: 'window',
    submenu: [
      item('最小化', 'minimize'),
      ...(mac ? [item('缩放', 'zoom'), line, item('前置全部窗口', 'front')] : []),
    ],
  }
  const help: MenuItem = { label: '帮助', role: 'help', submenu: [{ label: '关于大样', action: 'about' }] }
  return [...(mac ? [app] : []), file, edit, view, windows, ...(mac ? [] : [help])]
}

/** What stands under the pointer when the right button is pressed, as Electron tells it. */
export interface ContextPlace {
  readonly isEditable: boolean
  readonly selectionText: string
  readonly editFlags: {
    readonly canCut: boolean
    readonly canCopy: boolean
    readonly canPaste: boolean
    readonly canSelectAll: boolean
  }
}

/** The menu of the right button; empty where there is nothing to do. */
export function contextMenuTemplate({ isEditable, selectionText, editFlags }: ContextPlace): MenuItem[] {
  const when = (label: string, role: Role, enabled: boolean): MenuItem => ({ label, role, enabled })
  if (isEditable)
    return [
      undo,
      redo,
      line,
      when('剪切', 'cut', editFlags.canCut),
      when('复制', 'copy', editFlags.canCopy),
      when('粘贴', 'paste', editFlags.canPaste),
      when('粘贴为纯文本', 'pasteAndMatchStyle', editFlags.canPaste),
      line,
      when('全选', 'selectAll', editFlags.canSelectAll),
    ]
  return selectionText.trim() === '' ? [] : [when('复制', 'copy', editFlags.canCopy)]
}
