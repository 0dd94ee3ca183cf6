import { describe, expect, it } from 'vitest'
import { contextMenuTemplate, menuTemplate, type MenuItem } from './menu'

const all = (items: readonly MenuItem[]): MenuItem[] =>
  items.flatMap(item => [item, ...all(item.submenu ?? [])])
const bars = [
  ['macOS', { mac: true, packaged: true }],
  ['macOS, development', { mac: true, packaged: false }],
  ['Windows and Linux', { mac: false, packaged: true }],
  ['Windows and Linux, development', { mac: false, packaged: false }],
] as const

describe.each(bars)('the menu bar of %s', (_, system) => {
  const items = all(menuTemplate(system))

  it('labels every item in Chinese', () => {
    const labels = items.filter(item => item.type !== 'separator').map(item => item.label ?? '')
    expect(labels.filter(label => !/^\p{Script=Han}+$/u.test(label))).toEqual([])
  })

  it('gives every item something to do', () => {
    expect(items.filter(({ type, role, action, submenu }) => !(type ?? role ?? action ?? submenu))).toEqual(
      [],
    )
  })

  it('can be left', () => {
    expect(items.filter(item => item.role === 'quit')).toHaveLength(1)
  })

  it('offers the developer tools in development only', () => {
    expect(items.some(item => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(
      !system.packaged,
    )
  })

  it('leaves the import, undo and redo to the page', () => {
    const keys = items.filter(({ action }) => action === 'import' || action === 'undo' || action === 'redo')
    expect(keys.map(item => item.registerAccelerator)).toEqual([false, false, false])
  })
})

it.each([
  ['macOS', true, ['大样', '文件', '编辑', '视图', '窗口']],
  ['elsewhere', false, ['文件', '编辑', '视图', '窗口', '帮助']],
])('on %s the bar reads', (_, mac, labels) => {
  expect(menuTemplate({ mac, packaged: true }).map(item => item.label)).toEqual(labels)
})

describe('the menu of the right button', () => {
  const flags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }
  const labels = (items: readonly MenuItem[]) => items.flatMap(item => (item.label ? [item.label] : []))

  it.each([
    ['in a text', true, '', ['撤销', '重做', '剪切', '复制', '粘贴', '粘贴为纯文本', '全选']],
    ['on selected text', false, '一版', ['复制']],
    ['on nothing', false, '', []],
    ['on selected spaces', false, ' \n', []],
  ])('%s', (_, isEditable, selectionText, wanted) => {
    expect(labels(contextMenuTemplate({ isEditable, selectionText, editFlags: flags }))).toEqual(wanted)
  })

  it('greys what cannot be done', () => {
    const items = contextMenuTemplate({
      isEditable: true,
      selectionText: '',
      editFlags: { ...flags, canCut: false },
    })
    expect(items.find(item => item.role === 'cut')?.enabled).toBe(false)
    expect(items.find(item => item.role === 'paste')?.enabled).toBe(true)
  })
})
