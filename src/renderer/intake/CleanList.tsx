import { Button } from 'antd'
import { memo, useMemo, useState, type KeyboardEvent } from 'react'
import type { ListedChange } from '../../shared/cleaning/clean'
import { cleanKindNames, type CleanKind } from '../../shared/cleaning/kinds'
import type { TextPartName } from '../../shared/text-place/text-place'
import { diffChange, joinDiff, showBlanks } from './change-diff'
import type { Decision } from './draft-decisions'
import './clean-list.css'

const kinds = Object.keys(cleanKindNames) as CleanKind[]

const partNames: Readonly<Record<TextPartName, string>> = {
  kicker: '引题',
  headline: '主题',
  deck: '副题',
  dateline: '电头',
  paragraph: '正文',
  crosshead: '小标题',
  summary: '提要',
  editorNote: '编者按',
  related: '相关链接',
  caption: '图说',
  credit: '摄影署名',
  byline: '署名',
}

/** How many changes of a kind stand there at first, and how many more come at a time. */
const firstShown = 12
const moreShown = 200

interface RowProps {
  readonly change: ListedChange
  readonly isShown: boolean
  onShow(change: ListedChange): void
  onDecide(decision: Decision): void
}

const ChangeRow = memo(function ChangeRow({ change, isShown, onShow, onDecide }: RowProps) {
  const { key, before, after, isMade, where, kind } = change
  const stretches = useMemo(() => joinDiff(diffChange(before, after)), [before, after])
  const isFinding = kind.endsWith('-found') && before === after
  // What a picture's own file brings stands alone: nothing of the draft is round it.
  const isTaken = kind.endsWith('-taken')
  const toggle = () => onDecide({ kind: isMade ? 'revert' : 'make', keys: [key] })
  return (
    <li
      className={`change${isTaken ? ' taken' : ''}${isMade ? '' : ' back'}${isShown ? ' shown' : ''}`}
      data-change={key}
      tabIndex={0}
      aria-label={`${cleanKindNames[kind]}：${isTaken ? after : `${before} 改为 ${after || '无'}`}${isMade ? '' : '，已还原'}`}
      onFocus={() => onShow(change)}
      onClick={() => onShow(change)}
      onKeyDown={event => {
        if (event.target !== event.currentTarget || (event.key !== ' ' && event.key !== 'Delete')) return
        event.preventDefault()
        toggle()
      }}
    >
      <span className="change-words">
        {where && !isTaken && <i>{isFinding ? partNames[where.part] : where.left.slice(-6)}</i>}
        {stretches.map(({ kind: how, text }, at) =>
          how === 'out' ? (
            <del key={at}>{showBlanks(text)}</del>
          ) : how === 'in' ? (
            <ins key={at}>{showBlanks(text)}</ins>
          ) : (
            <span key={at}>{showBlanks(text)}</span>
          ),
        )}
        {where && !isFinding && !isTaken && <i>{where.right.slice(0, 6)}</i>}
      </span>
      <button type="button" className="plain" tabIndex={-1} onClick={toggle}>
        {isMade ? '还原' : '照改'}
      </button>
    </li>
  )
})

interface GroupProps {
  readonly kind: CleanKind
  readonly changes: readonly ListedChange[]
  readonly shownKey: string | null
  onShow(change: ListedChange): void
  onDecide(decision: Decision): void
}

function KindGroup({ kind, changes, shownKey, onShow, onDecide }: GroupProps) {
  const [most, setMost] = useState(firstShown)
  const made = changes.filter(change => change.isMade)
  return (
    <section className="kind" aria-label={cleanKindNames[kind]}>
      <header>
        <h4>
          {cleanKindNames[kind]} <b>{changes.length}</b>
          {made.length < changes.length && <em>还原 {changes.length - made.length}</em>}
        </h4>
        <button
          type="button"
          className="plain"
          aria-label={`${cleanKindNames[kind]}全部${made.length > 0 ? '还原' : '照改'}`}
          onClick={() =>
            onDecide({ kind: made.length > 0 ? 'revert' : 'make', keys: changes.map(change => change.key) })
          }
        >
          {made.length > 0 ? '全部还原' : '全部照改'}
        </button>
      </header>
      <ul>
        {changes.slice(0, most).map(change => (
          <ChangeRow
            key={change.key}
            change={change}
            isShown={change.key === shownKey}
            onShow={onShow}
            onDecide={onDecide}
          />
        ))}
      </ul>
      {changes.length > most && (
        <button type="button" className="plain more" onClick={() => setMost(most + moreShown)}>
          再看 {Math.min(moreShown, changes.length - most)} 处，还有 {changes.length - most} 处
        </button>
      )}
    </section>
  )
}

interface Props {
  readonly changes: readonly ListedChange[]
  /** Key of the change that is pointed at. */
  readonly shownKey: string | null
  onShow(change: ListedChange): void
  onDecide(decision: Decision): void
}

/** Every change by kind, each to be taken back alone or with its kind. ↑ and ↓ go through them, space takes back. */
export function CleanList({ changes, shownKey, onShow, onDecide }: Props) {
  const groups = useMemo(() => {
    const found = new Map<CleanKind, ListedChange[]>()
    for (const change of changes) {
      const own = found.get(change.kind)
      if (own) own.push(change)
      else found.set(change.kind, [change])
    }
    return kinds.flatMap(kind => {
      const own = found.get(kind)
      return own ? [[kind, own] as const] : []
    })
  }, [changes])
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-change]')]
    const at = rows.findIndex(row => row === document.activeElement)
    const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div className="clean-list" onKeyDown={walk}>
      {groups.map(([kind, own]) => (
        <KindGroup
          key={kind}
          kind={kind}
          changes={own}
          shownKey={shownKey}
          onShow={onShow}
          onDecide={onDecide}
        />
      ))}
      {changes.length === 0 && <p className="quiet">没有要改的。</p>}
    </div>
  )
}

/** All changes that were made, to be taken back at once: what came stays as it came. */
export function RevertAll({
  changes,
  onDecide,
}: {
  readonly changes: readonly ListedChange[]
  onDecide(decision: Decision): void
}) {
  const isAny = changes.some(change => change.isMade)
  return (
    <Button
      size="small"
      type="text"
      disabled={changes.length === 0}
      onClick={() => onDecide({ kind: isAny ? 'revert' : 'make', keys: changes.map(change => change.key) })}
    >
      {isAny ? '全部还原' : '全部照改'}
    </Button>
  )
}
