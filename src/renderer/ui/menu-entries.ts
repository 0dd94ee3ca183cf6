import type { MenuProps } from 'antd'

/** An act of a menu, or several under one name; `line` parts them. */
export type MenuEntry =
  | 'line'
  | {
      readonly label: string
      /** Its key, or a ✓. */
      readonly extra?: string
      readonly disabled?: boolean
      run(): void
    }
  | { readonly label: string; readonly entries: readonly MenuEntry[] }

type Items = NonNullable<MenuProps['items']>

/** Lines part what stands on both of their sides: none at an end, none after another. */
const parted = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.filter(
    (entry, at) =>
      entry !== 'line' || (entries.slice(at + 1).findIndex(one => one !== 'line') === 0 && at > 0),
  )

/** Entries as Ant Design's menu has them, each with a key by which it is run. */
export interface Menu {
  readonly items: Items
  run(key: string): void
}

export function menuOf(entries: readonly MenuEntry[]): Menu {
  const runs = new Map<string, () => void>()
  const itemsOf = (some: readonly MenuEntry[], under: string): Items =>
    parted(some).map((entry, at): Items[number] => {
      const key = `${under}${at}`
      if (entry === 'line') return { type: 'divider', key }
      const { label } = entry
      if ('entries' in entry) {
        return { key, label, popupClassName: 'long-submenu', children: itemsOf(entry.entries, `${key}.`) }
      }
      runs.set(key, () => entry.run())
      const { extra, disabled = false } = entry
      return { key, label, disabled, ...(extra === undefined ? {} : { extra }) }
    })
  return { items: itemsOf(entries, ''), run: key => runs.get(key)?.() }
}
