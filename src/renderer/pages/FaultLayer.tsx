import { memo } from 'react'
import { faultNames, type Fault } from '../../shared/page'
import { box } from './FrameLayer'

/** Rules whose findings the frames' own tags say already. */
const saidElsewhere = new Set<Fault['rule']>(['unfilled'])

/** Faults drawn where they are; those kept on purpose and mere notes are not. */
export const FaultLayer = memo(function FaultLayer({ faults }: { faults: readonly Fault[] }) {
  const shown = faults.filter(
    fault => fault.ignored === null && fault.severity !== 'info' && !saidElsewhere.has(fault.rule),
  )
  return (
    <>
      {shown.flatMap(fault =>
        fault.marks.map((mark, at) => (
          <span
            key={`${fault.key} ${at}`}
            className={`fault-mark placed ${fault.severity === 'error' ? 'red' : 'amber'}`}
            style={box(mark)}
            aria-hidden
          >
            {at === 0 && <span className="fault-tag">{faultNames[fault.rule]}</span>}
          </span>
        )),
      )}
    </>
  )
})
