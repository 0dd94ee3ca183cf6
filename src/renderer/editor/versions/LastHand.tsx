import { Button } from 'antd'
import type { EditorState } from 'prosemirror-state'
import { FailureNote } from '../../ui/FailureNote'
import { handLook } from '../../newsroom/hand-look'
import { partAtCaret, useLastHand } from './last-hand'
import './versions.css'

const close = () => useLastHand.setState({ asked: null, failure: null })

/** Who last touched the paragraph, in a quiet strip over the sheet for as long as the caret stays in it. */
export function LastHand({
  storyId,
  state,
}: {
  readonly storyId: string
  readonly state: EditorState | null
}) {
  const { asked, failure } = useLastHand()
  if (failure) return <FailureNote failure={failure} onClose={close} />
  if (!asked || !state || asked.storyId !== storyId || partAtCaret(state) !== asked.part) return null
  const look = asked.hand && handLook(asked.hand)
  return (
    <p className="hand-strip" role="status" aria-label="这一段谁改的">
      {look ? (
        <>
          这一段最后是 <b style={{ color: look.colour }}>{look.title}</b> 改的
        </>
      ) : (
        '这一段来稿以后没有人改过'
      )}
      <span className="space" />
      <Button size="small" type="text" onClick={close}>
        知道了
      </Button>
    </p>
  )
}
