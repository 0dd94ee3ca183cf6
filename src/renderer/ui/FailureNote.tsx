import type { Failure } from '../../shared/contract'

/** An expected failure, in place: what happened, then what to do. */
export function FailureNote({ failure, onClose }: { failure: Failure; onClose?: () => void }) {
  return (
    <div className="failure-note" role="alert">
      <div>
        <b>{failure.message}</b>
        <p>{failure.remedy}</p>
      </div>
      {onClose && (
        <button type="button" className="plain" onClick={onClose} aria-label="收起提示">
          知道了
        </button>
      )}
    </div>
  )
}
