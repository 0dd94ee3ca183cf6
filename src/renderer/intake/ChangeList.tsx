import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportedPage } from '../../shared/contract'
import { changeLabels, type Change, type ChangeKind } from '../../shared/contract/imported-page'
import { diffChange, showBlanks, type DiffPiece } from './change-diff'

const kinds = Object.keys(changeLabels) as ChangeKind[]

/** How many changes of a kind are shown before one asks for all. */
const firstShown = 20

function Pieces({ pieces, as }: { pieces: readonly DiffPiece[]; as: 'del' | 'ins' }) {
  const Mark = as
  return pieces.map((piece, at) =>
    piece.changed ? <Mark key={at}>{showBlanks(piece.text)}</Mark> : <span key={at}>{piece.text}</span>,
  )
}

function ChangeRow({ change }: { change: Change }) {
  const diff = useMemo(() => diffChange(change.before, change.after), [change])
  return (
    <li>
      <p>
        <Pieces pieces={diff.before} as="del" />
      </p>
      {change.after !== '' && (
        <p>
          <Pieces pieces={diff.after} as="ins" />
        </p>
      )}
    </li>
  )
}

function KindGroup({ kind, changes }: { kind: ChangeKind; changes: readonly Change[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, firstShown)
  return (
    <details open={changes.length <= firstShown}>
      <summary>
        {changeLabels[kind]} <b>{changes.length}</b>
      </summary>
      <ul>
        {shown.map((change, at) => (
          <ChangeRow key={at} change={change} />
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          全部 {changes.length} 处
        </button>
      )}
    </details>
  )
}

/** 清洗单: every change made, by kind, what goes in red and what comes in blue. */
export function ChangeList({ page }: { page: ImportedPage }) {
  const [story, setStory] = useState<number | 'all' | 'none'>('all')
  const changes = page.changes.filter(change =>
    story === 'all' ? true : story === 'none' ? change.story === null : change.story === story,
  )
  return (
    <section className="changes" aria-label="清洗单">
      <header>
        <h3>清洗单 · {page.changes.length} 处</h3>
        <Select
          size="small"
          aria-label="看哪一篇的改动"
          value={story}
          onChange={setStory}
          popupMatchSelectWidth={false}
          options={[
            { value: 'all', label: '全部' },
            ...page.stories.map((one, index) => ({
              value: index,
              label: one.headline ?? `第 ${index + 1} 篇（无题）`,
            })),
            { value: 'none', label: '不属哪一篇' },
          ]}
        />
      </header>
      <div className="changes-scroll">
        {kinds.map(kind => {
          const own = changes.filter(change => change.kind === kind)
          return own.length === 0 ? null : <KindGroup key={`${kind} ${story}`} kind={kind} changes={own} />
        })}
        {changes.length === 0 && <p className="quiet">没有改动。</p>}
      </div>
    </section>
  )
}
