import type { CSSProperties } from 'react'
import { filledShare, lengthStatus } from '../../shared/budget/length-status'

interface Props {
  readonly actual: number
  readonly planned: number | null
  /** Hundredths of the plan. */
  readonly tolerance: number
}

/** How much of the planned length is there; grey, green or red. */
export function LengthBar({ actual, planned, tolerance }: Props) {
  const status = lengthStatus(actual, planned, tolerance)
  if (status === 'none') return null
  const filled = { '--filled': filledShare(actual, planned) } as CSSProperties
  return (
    <span className={`length-bar ${status}`} style={filled} aria-hidden>
      <i />
    </span>
  )
}
