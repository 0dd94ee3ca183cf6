import { saidTime } from '../../ui/said-time'
import { useNow } from '../../ui/use-now'
import { useCutRequests } from '../../newsroom/cut-requests'
import { useNewsroom } from '../../newsroom/newsroom'

/** What the story's editor has been asked to cut and has not settled. */
export function AskedCuts({ storyId }: { readonly storyId: string }) {
  const requests = useCutRequests(storyId)
  const zone = useNewsroom(s => s.paper.timeZone)
  const now = useNow()
  if (requests.length === 0) return null
  return (
    <ul className="asked-cuts">
      {requests.map(request => (
        <li key={request.id}>
          已请编辑删 {request.cuts.reduce((sum, cut) => sum + [...cut.text].length, 0)} 字（省 {request.lines}{' '}
          行），{saidTime(request.at, now, zone)} 送
        </li>
      ))}
    </ul>
  )
}
