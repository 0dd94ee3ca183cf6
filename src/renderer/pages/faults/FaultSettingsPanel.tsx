import { Select } from 'antd'
import { faultNames, faultRuleIds, severityNames } from '../../../shared/page/faults/fault'
import { useAttempt } from '../../newsroom/attempt'
import { FailureNote } from '../../ui/FailureNote'
import { useMay } from '../../newsroom/use-may'
import { setWeight, useFaultSettings, type Weight } from './fault-settings'

const own = 'own'

const weights: readonly { readonly value: Weight | typeof own; readonly label: string }[] = [
  { value: own, label: '原' },
  { value: 'error', label: severityNames.error },
  { value: 'warn', label: severityNames.warn },
  { value: 'info', label: severityNames.info },
  { value: 'off', label: '关' },
]

/** 毛病轻重: what this paper makes of each rule. It holds for every page, from now on. */
export function FaultSettingsPanel() {
  const { severities } = useFaultSettings()
  const { failure, attempt, dismiss } = useAttempt<'save'>()
  const toSave = useMay('pages.saveFaultSettings')
  return (
    <div className="fault-settings" role="group" aria-label="毛病轻重">
      <p className="quiet">全报各版都照这个；“原”是规矩自己的轻重。错不清不能签大样。</p>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      <div className="fault-weights">
        {faultRuleIds.map(rule => (
          <label key={rule}>
            <span>{faultNames[rule]}</span>
            <Select<Weight | typeof own>
              size="small"
              aria-label={`${faultNames[rule]}的轻重`}
              popupMatchSelectWidth={false}
              {...toSave}
              value={severities[rule] ?? own}
              options={[...weights]}
              onChange={weight => void attempt('save', () => setWeight(rule, weight === own ? null : weight))}
            />
          </label>
        ))}
      </div>
    </div>
  )
}
