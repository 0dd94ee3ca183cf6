import { Button, Segmented, Spin } from 'antd'
import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/contract'
import type { MarkedPart } from '../../../shared/story/trail/marked-parts'
import type { Hand } from '../../../shared/story/trail/trail'
import { failureOf } from '../../newsroom/client'
import { FailureNote } from '../../ui/FailureNote'
import { handLook } from '../../newsroom/hand-look'
import { readComparison, type Compared, type Comparison } from './comparison'
import './versions.css'

interface Props {
  readonly storyId: string
  readonly comparison: Comparison
  onClose(): void
}

/** Two versions of a story in place of its sheet: side by side, or in one text, character by character. */
export function CompareView({ storyId, comparison, onClose }: Props) {
  const [compared, setCompared] = useState<Compared | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [way, setWay] = useState<'both' | 'sides'>('both')
  useEffect(() => {
    let gone = false
    readComparison(storyId, comparison).then(
      read => !gone && setCompared(read),
      (error: unknown) => !gone && setFailure(failureOf(error)),
    )
    return () => {
      gone = true
    }
  }, [storyId, comparison])
  return (
    <section className="compare-view" aria-label="比较两稿">
      <header>
        <b>
          {comparison.names[0]} → {comparison.names[1]}
        </b>
        <span className="quiet">
          {compared ? (compared.count === 0 ? '一字不差' : `${compared.count} 处不同`) : ''}
        </span>
        <span className="space" />
        <Segmented
          size="small"
          value={way}
          options={[
            { value: 'both', label: '合在一起' },
            { value: 'sides', label: '左右对看' },
          ]}
          onChange={setWay}
        />
        <Button size="small" onClick={onClose}>
          回到稿件
        </Button>
      </header>
      {failure && <FailureNote failure={failure} />}
      {!compared && !failure && <Spin />}
      {compared && way === 'both' && <Marked parts={compared.both} hands={compared.hands} label="两稿合看" />}
      {compared && way === 'sides' && (
        <div className="compare-sides">
          <Marked parts={compared.old} label={comparison.names[0]} />
          <Marked parts={compared.fresh} label={comparison.names[1]} />
        </div>
      )}
    </section>
  )
}

/** A text with what came in and what went out, each in its hand's colour. */
function Marked({
  parts,
  hands,
  label,
}: {
  parts: readonly MarkedPart[]
  /** Who last touched each part. */
  hands?: readonly (Hand | null)[]
  label: string
}) {
  return (
    <article className={hands ? 'marked both' : 'marked'} aria-label={label}>
      {parts.map((part, at) =>
        part.pieces.length === 0 ? null : (
          <p key={at} className={part.kind}>
            {hands?.[at] && (
              <small className="last-hand" style={{ color: handLook(hands[at]).colour }}>
                {handLook(hands[at]).title}
              </small>
            )}
            {part.pieces.map((piece, n) => {
              if (piece.mark === 'same') return piece.text
              const { colour, title } = piece.hand
                ? handLook(piece.hand)
                : { colour: 'var(--ink-2)', title: '' }
              const Tag = piece.mark === 'in' ? 'ins' : 'del'
              return (
                <Tag key={n} title={title} style={{ color: colour }}>
                  {piece.text}
                </Tag>
              )
            })}
          </p>
        ),
      )}
    </article>
  )
}
