import type { ReactNode } from 'react'
import { remember, useNewsroom } from '../../newsroom/newsroom'

const foldsKey = 'pages.folds'

interface Props {
  /** Under which its state is kept for the person. */
  readonly name: string
  readonly title: ReactNode
  /** What stands at the right of its line, also while it is folded. */
  readonly aside?: ReactNode
  /** Whether it is open for those who never touched it. */
  readonly opens?: boolean
  readonly children: ReactNode
}

/** A part of the panel that folds away and stays as each person left it. */
export function Fold({ name, title, aside, opens = false, children }: Props) {
  const isOpen = useNewsroom(s => foldsOf(s.memory)[name] ?? opens)
  const turn = () => remember(foldsKey, { ...foldsOf(useNewsroom.getState().memory), [name]: !isOpen })
  return (
    <section className="panel-fold">
      <h4>
        <button type="button" aria-expanded={isOpen} onClick={turn}>
          <i className="fold-mark" aria-hidden />
          {title}
        </button>
        {aside}
      </h4>
      {isOpen && <div className="fold-body">{children}</div>}
    </section>
  )
}

const foldsOf = (memory: Readonly<Record<string, unknown>>): Readonly<Record<string, boolean>> => {
  const kept = memory[foldsKey]
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, boolean>) : {}
}
