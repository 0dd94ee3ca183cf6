import type { ReactNode } from 'react'
import type { Failure } from '../../shared/contract'

interface Props {
  readonly failure: Failure
  onClose?: () => void
  /** What can be done about it at once: plain buttons. */
  readonly children?: ReactNode
}

/** An expected failure, in place: what happened, then what to do. */
export function FailureNote({ failure, onClose, children }: Props) {
  return (
    <div className="failure-note" role="alert">
      <div>
        <b>{failure.message}</b>
        <p>{failure.remedy}</p>
      </div>
      {children}
      {onClose && (
        <button type="button" className="plain" onClick={onClose} aria-label="收起提示">
          知道了
        </button>
      )}
    </div>
  )
}
