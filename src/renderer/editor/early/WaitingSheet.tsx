import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import { newsroomNow, type AskedStory } from '../../newsroom/newsroom'
import { deliverEarly } from './deliver-early'
import type { EarlyPiece, EarlyWords, PastedData } from './early-words'
import './early.css'

interface Props {
  readonly asked: AskedStory
  /** Where what is typed meanwhile is kept. */
  readonly early: EarlyWords
  /** The input method is done with a word. */
  onComposed(): void
}

/** Milliseconds after which it is said what one waits for. */
const patience = 500

/**
 * The paper on which one writes while a story is on its way to the desk: it has the keys from the moment the story was
 * asked for, and what is written on it goes into that story and no other, even when nobody waits for it any more.
 */
export function WaitingSheet({ asked, early, onComposed }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const isLong = useLasts(patience)

  const onLeft = useEffectEvent((pieces: readonly EarlyPiece[]) => {
    if (pieces.length > 0) void deliverEarly(asked, newsroomNow().me, pieces)
  })

  // Before the next key.
  useLayoutEffect(() => {
    const place = field.current
    if (!place) return undefined
    const leave = early.writeIn(place)
    place.focus()
    const stop = catchKeys(place)
    return () => {
      stop()
      onLeft(leave())
    }
  }, [early])

  const put = (text: string) => document.execCommand('insertText', false, text)
  const onPaste = (event: ClipboardEvent) => {
    const data = copied(event.clipboardData)
    // A word goes in as a word; what has lines, looks or pictures waits for the sheet, which knows how to read it.
    const isWord = data.files.length === 0 && data.texts.every(([, text]) => !/[\r\n<]/.test(text))
    if (isWord) return
    event.preventDefault()
    put(early.signFor(data))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || event.nativeEvent.isComposing) return
    event.preventDefault()
    put('\t')
  }
  return (
    <div className="sheet waiting-sheet">
      <textarea
        ref={field}
        aria-label="写给正在打开的稿件"
        spellCheck={false}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        onCompositionStart={() => early.compose(true)}
        onCompositionEnd={() => {
          early.compose(false)
          // The word is in the field when this is over.
          setTimeout(onComposed, 0)
        }}
      />
      {isLong && (
        <p role="status" className="quiet">
          {asked.isRefused
            ? '新稿没有建成；写的字都在这里。'
            : '稿件还没打开；现在写的、粘贴的，打开就放进去。'}
        </p>
      )}
    </div>
  )
}

/** Whether something stands for so long. */
function useLasts(ms: number): boolean {
  const [lasts, setLasts] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasts(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return lasts
}

const editable = 'input, textarea, select, [contenteditable="true"]'

/** Keys and pastes that reach nothing to write in are the waiting story's: a menu that closes takes the focus away. */
function catchKeys(field: HTMLTextAreaElement): () => void {
  const isNobodys = () => !document.activeElement?.closest(editable)
  const onKey = (event: globalThis.KeyboardEvent) => {
    const writes = (event.key.length === 1 || event.key === 'Process') && !event.ctrlKey && !event.metaKey
    const pastes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
    if ((writes || pastes) && !event.altKey && isNobodys()) field.focus()
  }
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}

function copied(data: DataTransfer): PastedData {
  const texts = [...data.types]
    .filter(type => type.startsWith('text/'))
    .map(type => [type, data.getData(type)] as const)
  return { texts, files: [...data.files] }
}
