import { memo, useEffect, useRef } from 'react'
import { faultNames, severityNames, type Fault } from '../../../shared/page/faults/fault'
import { box } from '../FrameLayer'
import { bringIntoSight } from '../into-sight'
import { useShownFault } from './shown-fault'
import './faults.css'

/** 溢 and 欠 the frames' own tags say already. */
const isSaidElsewhere = ({ rule, where }: Fault) =>
  rule === 'unfilled' && (where === 'overset' || where === 'underset')

const tones: Readonly<Record<Fault['severity'], string>> = { error: 'red', warn: 'amber', info: 'ink' }

/**
 * Faults drawn where they are. Those kept on purpose, mere notes, and what the frames say themselves are drawn
 * only while their row in the panel is pointed at or chosen.
 */
export const FaultMarks = memo(function FaultMarks({ faults }: { readonly faults: readonly Fault[] }) {
  const { key: shownKey, gone } = useShownFault()
  const shownMark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (gone > 0 && shownMark.current) bringIntoSight(shownMark.current)
  }, [gone])
  const drawn = faults.filter(
    fault =>
      fault.key === shownKey ||
      (fault.ignored === null && fault.severity !== 'info' && !isSaidElsewhere(fault)),
  )
  return (
    <>
      {drawn.flatMap(fault =>
        fault.marks.map((mark, at) => (
          <span
            key={`${fault.key} ${at}`}
            ref={fault.key === shownKey && at === 0 ? shownMark : undefined}
            className={`fault-drawn placed ${tones[fault.severity]} ${fault.key === shownKey ? 'on' : ''}`}
            style={box(mark)}
            title={`${severityNames[fault.severity]} ${faultNames[fault.rule]}：${fault.message}`}
            aria-hidden
          >
            {at === 0 && <span className="fault-word">{faultNames[fault.rule]}</span>}
          </span>
        )),
      )}
    </>
  )
})
