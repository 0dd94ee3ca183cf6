import { Dropdown } from 'antd'
import { useState, type MouseEvent, type ReactElement } from 'react'
import { menuOf, type Menu, type MenuEntry } from './menu-entries'
import './context-menu.css'

interface Props {
  /** What can be done to what was pressed (or has the keys, by the menu key); none where nothing can. */
  entriesAt(target: Element): readonly MenuEntry[]
  /** Where the keys stand, if not on what has the focus: there the menu key opens it. */
  keyed?(): Element | null
  /** When the menu has gone: the keys go back to where they were. */
  onClose?(): void
  /** One element of the page. */
  readonly children: ReactElement
}

/** By the menu key or Shift F10: no button has been pressed. */
const isByKey = (event: MouseEvent): boolean => event.nativeEvent.button === -1

const none: Menu = { items: [], run: () => undefined }

/** Opens a menu on what is pressed with the right button, or by the menu key on what has the keys. */
export function ContextMenu({ entriesAt, keyed, onClose, children }: Props) {
  const [menu, setMenu] = useState(none)
  const [isOpen, setOpen] = useState(false)
  const onContextMenu = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    // What is pressed in the open menu comes by here too.
    if (!event.currentTarget.contains(event.target)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    const at = isByKey(event) ? (keyed?.() ?? event.target) : null
    if (at) {
      // The browser's place for it is the middle of the whole list.
      event.preventDefault()
      event.stopPropagation()
      const { left, bottom } = at.getBoundingClientRect()
      const place = { bubbles: true, cancelable: true, button: 2, clientX: left + 16, clientY: bottom }
      at.dispatchEvent(new PointerEvent('contextmenu', { ...place, pointerType: 'mouse' }))
      return
    }
    const entries = entriesAt(event.target)
    setMenu(entries.length === 0 ? none : menuOf(entries))
    if (entries.length === 0) event.stopPropagation()
  }
  return (
    <Dropdown
      trigger={['contextMenu']}
      open={isOpen && menu.items.length > 0}
      onOpenChange={open => {
        setOpen(open)
        if (!open) onClose?.()
      }}
      autoFocus
      destroyOnHidden
      menu={{
        items: menu.items,
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation()
          menu.run(key)
        },
      }}
    >
      <div className="menu-host" onContextMenuCapture={onContextMenu}>
        {children}
      </div>
    </Dropdown>
  )
}
