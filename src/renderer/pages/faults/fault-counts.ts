import { severityNames, type Fault, type Severity } from '../../../shared/page/faults/fault'

/** Worst first. */
export const severities: readonly Severity[] = ['error', 'warn', 'info']

/** How many faults stand of each weight, those that are kept on purpose not counted: 错 1 疑 3; worst first. */
export function faultCounts(
  faults: readonly Fault[],
): { readonly severity: Severity; readonly count: number; readonly words: string }[] {
  return severities.flatMap(severity => {
    const count = faults.filter(fault => fault.severity === severity && fault.ignored === null).length
    return count > 0 ? [{ severity, count, words: `${severityNames[severity]} ${count}` }] : []
  })
}

/** Faults that stand, worst first. */
export const sortedFaults = (faults: readonly Fault[]): Fault[] =>
  severities.flatMap(severity => faults.filter(one => one.ignored === null && one.severity === severity))
