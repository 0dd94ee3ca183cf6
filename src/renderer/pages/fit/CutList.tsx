import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { OfferedCut } from '../../../shared/page/fit/cuts'
import type { Passage } from '../../../shared/text-place/passage'
import { client } from '../../newsroom/client'
import { showCutRequest } from '../../newsroom/cut-requests'
import { useAttempt } from '../../newsroom/attempt'
import { FailureNote } from '../../ui/FailureNote'

interface Props {
  readonly pageId: string
  readonly storyId: string
  readonly cuts: readonly OfferedCut[]
  readonly isStale: boolean
  /** Shows the page without some passages. */
  onShow(passages: readonly Passage[]): void
  onHide(): void
}

const keyOf = ({ passage }: OfferedCut) => `${passage.block} ${passage.start} ${passage.end} ${passage.text}`

/** 最省删法: what would have to go, and 送编辑, who cuts or does not. Nothing is cut here. */
export function CutList({ pageId, storyId, cuts, isStale, onShow, onHide }: Props) {
  const [spared, setSpared] = useState<ReadonlySet<string>>(new Set())
  const [sent, setSent] = useState(false)
  const { busy, failure, attempt, dismiss } = useAttempt<'ask'>()
  const chosen = cuts.filter(cut => !spared.has(keyOf(cut)))
  const lines = chosen.reduce((sum, cut) => sum + cut.lines, 0)
  const ask = () =>
    attempt('ask', async () => {
      const request = await client.cutRequests.ask({
        storyId,
        pageId,
        lines: Math.max(1, lines),
        cuts: chosen.map(cut => cut.passage),
      })
      showCutRequest(request)
      setSent(true)
    })
  return (
    <div
      className="cut-list"
      onMouseEnter={() => onShow(chosen.map(cut => cut.passage))}
      onMouseLeave={onHide}
      onFocus={() => onShow(chosen.map(cut => cut.passage))}
      onBlur={onHide}
    >
      <ul>
        {cuts.map(cut => {
          const key = keyOf(cut)
          return (
            <li key={key}>
              <Checkbox
                checked={!spared.has(key)}
                onChange={({ target }) => {
                  const next = new Set(spared)
                  if (target.checked) next.delete(key)
                  else next.add(key)
                  setSpared(next)
                  onShow(cuts.filter(one => !next.has(keyOf(one))).map(one => one.passage))
                  setSent(false)
                }}
              >
                <del>{cut.passage.text}</del>
              </Checkbox>
              <span className="quiet">省 {cut.lines} 行</span>
            </li>
          )
        })}
      </ul>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {sent ? (
        <p className="cut-sent" role="status">
          已送编辑，稿里删了这里就跟着变。
        </p>
      ) : (
        <div className="field-row spread">
          <span className="quiet">
            删 {chosen.reduce((sum, cut) => sum + [...cut.passage.text].length, 0)} 字，省 {lines} 行
          </span>
          <Button
            size="small"
            type="primary"
            loading={busy === 'ask'}
            disabled={chosen.length === 0 || isStale}
            onClick={() => void ask()}
          >
            送编辑
          </Button>
        </div>
      )}
    </div>
  )
}
