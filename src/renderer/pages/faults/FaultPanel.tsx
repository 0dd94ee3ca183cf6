import { useState } from 'react'
import type { Fault, Severity } from '../../../shared/page/faults/fault'
import { faultCounts, sortedFaults } from './fault-counts'
import { FaultRow } from './FaultRow'
import { FaultSettingsPanel } from './FaultSettingsPanel'
import { IgnoredFaults } from './IgnoredFaults'
import { useAreFaultsKnown } from './page-faults'
import './faults.css'

const tones: Readonly<Record<Severity, string>> = { error: 'red', warn: 'amber', info: '' }

/** 版面检查: what is wrong on the page, worst first, and what it keeps on purpose. */
export function FaultPanel({
  pageId,
  faults,
}: {
  readonly pageId: string
  readonly faults: readonly Fault[]
}) {
  const [setting, setSetting] = useState(false)
  const isKnown = useAreFaultsKnown(pageId)
  const standing = sortedFaults(faults)
  const ignored = faults.filter(fault => fault.ignored !== null)
  return (
    <section className="fault-panel" aria-label="版面检查" aria-busy={!isKnown}>
      <h4>
        版面检查
        <span className="fault-counts" aria-live="polite">
          {faultCounts(faults).map(({ severity, words }) => (
            <span key={severity} className={tones[severity]}>
              {words}
            </span>
          ))}
          {!isKnown && <span className="quiet">正在看…</span>}
          {isKnown && standing.length === 0 && <span className="green">没有毛病</span>}
        </span>
        <button type="button" className="plain" aria-expanded={setting} onClick={() => setSetting(!setting)}>
          毛病轻重
        </button>
      </h4>
      {setting && <FaultSettingsPanel />}
      <ul className="fault-list">
        {standing.map(fault => (
          <FaultRow key={fault.key} pageId={pageId} fault={fault} />
        ))}
      </ul>
      <IgnoredFaults pageId={pageId} faults={ignored} />
    </section>
  )
}
