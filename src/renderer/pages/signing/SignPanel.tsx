import { Button } from 'antd'
import type { Fault } from '../../../shared/page/faults/fault'
import { standingErrors } from '../../../shared/page/faults/find-faults'
import { saidTime } from '../../ui/said-time'
import { useNow } from '../../ui/use-now'
import { useAttempt } from '../../newsroom/attempt'
import { client } from '../../newsroom/client'
import { FailureNote } from '../../ui/FailureNote'
import { useNewsroom } from '../../newsroom/newsroom'
import { usePage } from '../../newsroom/page-store'
import { useMay } from '../../newsroom/use-may'
import { showSignature, useSignatures } from '../../newsroom/signatures'
import { useAreFaultsKnown } from '../faults/page-faults'
import { signPage } from './sign-page'
import { voidReason } from './void-reason'
import './signing.css'

interface Props {
  readonly pageId: string
  readonly faults: readonly Fault[]
}

/** 签大样: who has signed the page and whether that holds, and the button to sign it or to take that back. */
export function SignPanel({ pageId, faults }: Props) {
  const signature = useSignatures().get(pageId)
  const toSign = useMay('pages.sign')
  const toUnsign = useMay('pages.unsign')
  const zone = useNewsroom(s => s.paper.timeZone)
  const pending = usePage(pageId)?.pending ?? 0
  const now = useNow()
  const isLooked = useAreFaultsKnown(pageId)
  const { busy, failure, attempt, dismiss } = useAttempt<'sign' | 'unsign'>()
  const errors = standingErrors(faults).length
  const holds = signature?.holds === true
  const why = toSign.disabled
    ? toSign.title
    : errors > 0
      ? `还有 ${errors} 错没清：改好，或者忽略并写明理由，才能签大样`
      : pending > 0
        ? '这一版还有改动没存好，存好就能签'
        : !isLooked
          ? '正在看这一版有没有毛病'
          : undefined
  const sign = () => attempt('sign', () => signPage(pageId))
  const unsign = () =>
    attempt('unsign', async () => {
      showSignature(await client.pages.unsign({ pageId }))
    })
  return (
    <section className="sign-panel" aria-label="签大样">
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {signature && (
        <p className={`signature ${holds ? 'green' : 'amber'}`} role="status">
          <span>
            {signature.name} {saidTime(signature.at, now, zone)} 签
            {holds ? '' : `，已失效：${voidReason(signature)}，要重新签`}
          </span>
          <button
            type="button"
            className="plain"
            disabled={busy !== null || toUnsign.disabled}
            title={toUnsign.title}
            onClick={() => void unsign()}
          >
            撤签
          </button>
        </p>
      )}
      {!holds && (
        <Button
          type="primary"
          block
          disabled={why !== undefined}
          loading={busy === 'sign'}
          title={why}
          onClick={() => void sign()}
        >
          签大样{errors > 0 ? `（还有 ${errors} 错）` : ''}
        </Button>
      )}
      {why !== undefined && !holds && <p className="sign-why">{why}。</p>}
    </section>
  )
}
