import { Empty } from 'antd'
import { useMemo } from 'react'
import { authorOf, titleOf } from '../../shared/budget/story-names'
import { storyStateNames, waitingStates } from '../../shared/budget/story-state'
import { sayInFooter } from '../ui/footer'
import { openStory, useNewsroom } from '../newsroom/newsroom'
import { useEffect } from 'react'
import './review.css'

/** 审签: what waits at which stage. The stage is the budget's own state; opinions and signatures come later. */
export function ReviewView() {
  const rows = useNewsroom(s => s.rows)
  const people = useNewsroom(s => s.people)
  const stages = useMemo(
    () => waitingStates.map(state => ({ state, rows: rows.filter(row => row.state === state) })),
    [rows],
  )
  const total = stages.reduce((sum, stage) => sum + stage.rows.length, 0)
  useEffect(() => sayInFooter({ left: [{ text: `待审 ${total} 篇` }], right: '' }), [total])
  if (total === 0) {
    return (
      <Empty className="no-story" description="没有等着审的稿件。在稿库里把状态改成初审，稿件就排到这里。" />
    )
  }
  return (
    <div className="review-view">
      {stages.map(stage => (
        <section key={stage.state} aria-label={storyStateNames[stage.state]}>
          <h3>
            {storyStateNames[stage.state]} <span>{stage.rows.length} 篇</span>
          </h3>
          {stage.rows.map(row => (
            <button key={row.id} type="button" onClick={() => openStory(row.id)}>
              <b title={titleOf(row)}>{titleOf(row)}</b>
              <small>
                {row.genre} · {authorOf(row) || '—'} · {row.characters} 字 · 责编{' '}
                {people.find(person => person.id === row.editorId)?.name ?? '—'}
              </small>
            </button>
          ))}
          {stage.rows.length === 0 && <p>没有</p>}
        </section>
      ))}
    </div>
  )
}
