import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { giveUpAsked, useNewsroom } from '../../newsroom/newsroom'
import { FailureNote } from '../../ui/FailureNote'
import { EarlyWords } from './early-words'
import { typeEarly } from './type-early'
import { WaitingSheet } from './WaitingSheet'

/** How a story is waited for. */
export interface Waiting {
  /** A story was asked for and does not stand yet. */
  readonly isOn: boolean
  /** The paper to write on meanwhile. */
  readonly sheet: ReactNode
  /** Why it will not come. */
  readonly note: ReactNode
  /** The story's sheet stands: it gets the keys, and what was meant for it. */
  stands(view: EditorView): void
}

/** Waits for the story that was asked for last; `view` is its editor once it stands. */
export function useWaiting(view: EditorView | null): Waiting {
  const asked = useNewsroom(s => s.asked)
  const early = useEarlyWords(asked?.key ?? 0)
  /** An editor that stands while an input method is at work on the paper before it. */
  const [composedFor, setComposedFor] = useState<EditorView | null>(null)

  const give = (to: EditorView) => {
    setComposedFor(null)
    if (to.isDestroyed) return
    typeEarly(to, early.take())
    to.focus()
  }
  useEffect(() => {
    if (asked?.isRefused && early.isEmpty) giveUpAsked()
  }, [asked, early])

  const isOn = asked !== null && (view === null || composedFor === view)
  return {
    isOn,
    sheet: isOn && (
      <WaitingSheet
        key={`asked ${asked.key}`}
        asked={asked}
        early={early}
        onComposed={() => composedFor && give(composedFor)}
      />
    ),
    note: isOn && asked.isRefused && (
      <FailureNote failure={notMade}>
        <button type="button" className="plain" onClick={() => asked.again()}>
          再建一次
        </button>
        <button type="button" className="plain" onClick={giveUpAsked}>
          不建了
        </button>
      </FailureNote>
    ),
    stands: to => (early.isComposing ? setComposedFor(to) : give(to)),
  }
}

/** Another for each asking. */
const useEarlyWords = (key: number): EarlyWords =>
  useMemo(() => ({ key, words: new EarlyWords() }), [key]).words

const notMade = {
  code: 'story.not-made',
  message: '新稿没有建成，写的字还在这里。',
  remedy: '再建一次就放进新稿；不建了，这些字可以复制走。',
}
