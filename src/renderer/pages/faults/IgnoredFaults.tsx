import { faultNames, type Fault } from '../../../shared/page/faults/fault'
import { saidTime } from '../../ui/said-time'
import { useNow } from '../../ui/use-now'
import { useNewsroom } from '../../newsroom/newsroom'
import { Fold } from '../inspector/Fold'
import { heedFault } from './ignore-fault'
import { showFault } from './shown-fault'

/** 已忽略: what this page keeps on purpose, with the reason, who and when, and the way back. */
export function IgnoredFaults({
  pageId,
  faults,
}: {
  readonly pageId: string
  readonly faults: readonly Fault[]
}) {
  const people = useNewsroom(s => s.people)
  const zone = useNewsroom(s => s.paper.timeZone)
  const now = useNow()
  if (faults.length === 0) return null
  return (
    <Fold name="ignored" title={`已忽略 ${faults.length}`}>
      <ul className="fault-list ignored">
        {faults.map(fault => {
          const name = faultNames[fault.rule]
          const kept = fault.ignored
          if (!kept) return null
          const who = people.find(person => person.id === kept.by)?.name ?? '已离开的人'
          return (
            <li
              key={fault.key}
              className="fault-row"
              onMouseEnter={() => showFault(fault.key)}
              onMouseLeave={() => showFault(null)}
            >
              <div>
                <span className="fault-words">
                  <b>{name}</b>
                  <span>{fault.message}</span>
                </span>
                <p className="fault-remedy">
                  <span>
                    {kept.reason}　{who} {saidTime(kept.at, now, zone)}
                  </span>
                  <button
                    type="button"
                    className="plain"
                    aria-label={`恢复${name}`}
                    onClick={() => {
                      heedFault(pageId, fault)
                      showFault(null)
                    }}
                  >
                    恢复
                  </button>
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </Fold>
  )
}
