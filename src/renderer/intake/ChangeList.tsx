import { Select } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportedPage } from '../../shared/contract'
import { changeLabels, type Change, type ChangeKind } from '../../shared/contract/imported-page'
import { diffChange, joinDiff, showBlanks } from './change-diff'

const kinds = Object.keys(changeLabels) as ChangeKind[]

/** How many changes of a kind are shown before one asks for all. */
const firstShown = 20

function ChangeRow({ change }: { change: Change }) {
  const stretches = useMemo(() => joinDiff(diffChange(change.before, change.after)), [change])
  return (
    <li>
      {stretches.map(({ kind, text }, at) =>
        kind === 'out' ? (
          <del key={at}>{showBlanks(text)}</del>
        ) : kind === 'in' ? (
          <ins key={at}>{showBlanks(text)}</ins>
        ) : (
          <span key={at}>{text}</span>
        ),
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

/** Whose changes are shown: a story's, by its index, those of no story, or all. */
export type ChangesOf = number | 'all' | 'none'

interface Props {
  readonly page: ImportedPage
  readonly story: ChangesOf
  onStory(story: ChangesOf): void
}

/** 清洗单: every change made, by kind, what goes in red and what comes in blue. */
export function ChangeList({ page, story, onStory }: Props) {
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
          onChange={onStory}
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
