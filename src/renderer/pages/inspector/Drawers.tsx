import type { ReactNode } from 'react'
import { remember, useNewsroom } from '../../newsroom/newsroom'

const openKey = 'pages.drawer'

export interface Drawer {
  readonly name: string
  readonly title: string
  /** What of it is set, told beside its title: how many photos, 疏密 −1. */
  readonly said?: string
  readonly content: ReactNode
}

/** What is changed now and then, in one row of names: one of them is open at a time, or none. */
export function Drawers({ drawers }: { readonly drawers: readonly Drawer[] }) {
  const open = useNewsroom(s => s.memory[openKey])
  const shown = drawers.find(drawer => drawer.name === open)
  return (
    <section className="drawers">
      <div className="drawer-names" role="group" aria-label="更多">
        {drawers.map(({ name, title, said }) => (
          <button
            key={name}
            type="button"
            aria-expanded={shown?.name === name}
            title={said}
            onClick={() => remember(openKey, shown?.name === name ? '' : name)}
          >
            {title}
            {said !== undefined && <i className="drawer-set" aria-hidden />}
            {said !== undefined && <span className="for-readers">{said}</span>}
          </button>
        ))}
      </div>
      {shown && <div className="drawer-body">{shown.content}</div>}
    </section>
  )
}
