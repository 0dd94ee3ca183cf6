import { Button, Input } from 'antd'
import { useState } from 'react'
import { faultNames, severityNames, type Fault } from '../../../shared/page/faults/fault'
import { ignoreFault } from './ignore-fault'
import { showFault } from './shown-fault'
import { visitFault } from './step-fault'

const tones: Readonly<Record<Fault['severity'], string>> = { error: 'red', warn: 'amber', info: '' }

/** The chip that says how much a fault weighs. */
export const SeverityChip = ({ severity }: { severity: Fault['severity'] }) => (
  <span className={`tag ${tones[severity]}`}>{severityNames[severity]}</span>
)

/** A fault: what is wrong, how to mend it, and 忽略 with its reason asked in place. */
export function FaultRow({ pageId, fault }: { readonly pageId: string; readonly fault: Fault }) {
  const [asking, setAsking] = useState(false)
  const name = faultNames[fault.rule]
  return (
    <li
      className="fault-row"
      onMouseEnter={() => showFault(fault.key)}
      onMouseLeave={() => showFault(null)}
      onFocus={() => showFault(fault.key)}
      onBlur={() => showFault(null)}
    >
      <SeverityChip severity={fault.severity} />
      <div>
        <button
          type="button"
          className="fault-words"
          aria-label={`${name}：${fault.message}`}
          onClick={() => visitFault(pageId, fault)}
        >
          <b>{name}</b>
          <span>{fault.message}</span>
        </button>
        <p className="fault-remedy">
          {fault.remedy}
          {!asking && (
            <button
              type="button"
              className="plain"
              aria-label={`忽略${name}`}
              onClick={() => setAsking(true)}
            >
              忽略
            </button>
          )}
        </p>
        {asking && <ReasonForm pageId={pageId} fault={fault} onClose={() => setAsking(false)} />}
      </div>
    </li>
  )
}

function ReasonForm({ pageId, fault, onClose }: { pageId: string; fault: Fault; onClose(): void }) {
  const [reason, setReason] = useState('')
  const [says, setSays] = useState('')
  const keep = () => {
    const words = reason.trim()
    if (words === '') {
      setSays('写一句为什么留着它，签大样的人要看。')
      return
    }
    ignoreFault(pageId, fault, words)
    // Its row goes away under the pointer.
    showFault(null)
    onClose()
  }
  return (
    <form
      className="reason-form"
      aria-label={`忽略${faultNames[fault.rule]}的理由`}
      onSubmit={event => {
        event.preventDefault()
        keep()
      }}
    >
      <Input
        size="small"
        autoFocus
        aria-label="理由"
        placeholder="为什么留着它"
        maxLength={200}
        value={reason}
        status={says === '' ? '' : 'error'}
        onChange={event => {
          setReason(event.target.value)
          setSays('')
        }}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      />
      <Button size="small" type="primary" htmlType="submit">
        忽略
      </Button>
      <Button size="small" onClick={onClose}>
        算了
      </Button>
      {says !== '' && (
        <p className="field-says" role="alert">
          {says}
        </p>
      )}
    </form>
  )
}
