import type { EditorState } from 'prosemirror-state'
import { cleanText } from '../../shared/story/copies/clean-text'
import { partsOf } from '../../shared/story/parts'
import { openStory, useNewsroom } from '../newsroom/newsroom'
import { storyEnds, useUnsaved, type LostWords, type UnsavedStory } from '../newsroom/window-stories'
import { putInClipboard } from '../ui/clipboard'
import { FailureNote } from '../ui/FailureNote'
import { saveFile } from '../ui/save-file'

interface Props {
  /** The open story; null where none is. */
  readonly storyId: string | null
  /** How the open story stands; null while it is not open. */
  readonly state: EditorState | null
}

/** What the newsroom does not take, while it lasts: of the open story, of stories that were left, of windows that died. */
export function UnsavedNotes({ storyId, state }: Props) {
  const stories = useUnsaved(s => s.stories)
  const lost = useUnsaved(s => s.lost)
  const me = useNewsroom(s => s.me)
  const textNow = () => (state ? cleanText(partsOf(state.doc)) : '')
  return (
    <>
      {[...stories]
        .filter(([, { personId }]) => personId === me)
        .map(([clientId, story]) =>
          story.storyId === storyId ? (
            <OpenStory key={clientId} story={story} textNow={textNow} />
          ) : (
            <LeftStory key={clientId} story={story} />
          ),
        )}
      {lost
        .filter(({ personId }) => personId === me)
        .map(words => (
          <Lost key={words.key} lost={words} />
        ))}
    </>
  )
}

/** The failure of something that is tried again, with what that means instead of what to do. */
const stays = '文字留在窗口里，能存了会自己存下。'

function OpenStory({ story, textNow }: { story: UnsavedStory; textNow: () => string }) {
  const { failure, passes } = story.trouble
  if (passes) return <FailureNote failure={{ ...failure, remedy: stays }} />
  return (
    <FailureNote failure={failure}>
      <Act name="再存一次" run={() => storyEnds.retry(story.storyId)} />
      <TextActs text={textNow} name="没存下的稿件" />
    </FailureNote>
  )
}

/** A story that was left with something that the newsroom does not take. */
function LeftStory({ story: { storyId, trouble } }: { story: UnsavedStory }) {
  const headline = useNewsroom(s => s.rows.find(row => row.id === storyId)?.headline ?? '')
  const { message } = trouble.failure
  const failure = {
    ...trouble.failure,
    message: `《${headline || '无题'}》还有文字没有存下。`,
    remedy: trouble.passes ? `${message}${stays}` : message,
  }
  return (
    <FailureNote failure={failure}>
      <Act name="打开" run={() => openStory(storyId)} />
    </FailureNote>
  )
}

/** Words that nobody can put into their story any more. */
function Lost({ lost: { storyId, words, failure, giveUp } }: { lost: LostWords }) {
  const headline = useNewsroom(s => s.rows.find(row => row.id === storyId)?.headline ?? '')
  const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words
  const place = storyId === null ? '写进新稿的字' : `写进《${headline || '无题'}》的字`
  const told = { ...failure, message: `${place}没有存下：${shown}`, remedy: failure.message }
  return (
    <FailureNote failure={told}>
      <TextActs text={() => words} name="没存下的文字" />
      <Act name="不要了" run={giveUp} />
    </FailureNote>
  )
}

function TextActs({ text, name }: { text: () => string; name: string }) {
  const save = () => saveFile(new Blob([text()], { type: 'text/plain;charset=utf-8' }), `${name}.txt`)
  return (
    <>
      <Act name="复制" run={() => putInClipboard({ 'text/plain': text() })} />
      <Act name="存成文件" run={save} />
    </>
  )
}

const Act = ({ name, run }: { name: string; run: () => void }) => (
  <button type="button" className="plain" onClick={run}>
    {name}
  </button>
)
