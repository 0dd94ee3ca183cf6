import { Button, Popconfirm, Tooltip } from 'antd'
import { FailureNote } from '../../ui/FailureNote'
import { useTrail } from './trail-store'

interface Props {
  /** Changes that nobody has settled. */
  readonly left: number
}

/** 修订: begins to tell changes by their hands, and ends it. */
export function RevisionSwitch({ left }: Props) {
  const keeper = useTrail(s => s.keeper)
  const isOn = useTrail(s => s.isOn)
  if (!isOn) {
    return (
      <Tooltip title="从现在起，谁改了什么都留痕" mouseEnterDelay={0.6}>
        <Button type="text" size="small" disabled={!keeper} onClick={() => void keeper?.begin()}>
          修订
        </Button>
      </Tooltip>
    )
  }
  return (
    <Popconfirm
      title="结束修订？"
      description={left > 0 ? `还有 ${left} 处没定，结束后都算采纳。` : '改动都定了。'}
      okText="结束"
      cancelText="接着修订"
      onConfirm={() => void keeper?.end()}
    >
      <Button type="primary" ghost size="small" aria-pressed>
        修订中
      </Button>
    </Popconfirm>
  )
}

/** Why something of the trail did not come off. */
export function TrailFailure() {
  const failure = useTrail(s => s.failure)
  return failure && <FailureNote failure={failure} onClose={() => useTrail.setState({ failure: null })} />
}
