import { Button } from 'antd'
import { FailureNote } from '../ui/FailureNote'
import { clearNotice, undo, useNotices } from './notice'

/** What was just done, or what went wrong, in place: with the way back. */
export function NoticeLine() {
  const notice = useNotices(s => s.notice)
  const failure = useNotices(s => s.failure)
  if (failure) return <FailureNote failure={failure} onClose={clearNotice} />
  if (!notice) return null
  const { text, done } = notice
  return (
    <div className="notice-line" role="status">
      <span title={text}>{text}</span>
      {done && (
        <Button type="link" size="small" onClick={() => void undo(done)}>
          撤销
        </Button>
      )}
      <Button type="text" size="small" aria-label="收起提示" onClick={clearNotice}>
        ×
      </Button>
    </div>
  )
}
