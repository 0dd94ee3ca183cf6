import { Button } from 'antd'
import type { Change } from 'prosemirror-changeset'
import { TextSelection, type EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { handOf } from '../../../shared/story/trail/settle'
import type { Hand } from '../../../shared/story/trail/trail'
import { handLook } from '../../newsroom/hand-look'
import { deletedWords } from './revision-marks'
import { placeOf, refuse, settleable, shownTrail } from './revision-state'
import type { TrailKeeper } from './trail-store'

interface Props {
  readonly view: EditorView
  readonly state: EditorState
  readonly keeper: TrailKeeper
}

/** Everything that is told of a story, to be agreed on or taken back: one by one, where selected, or all. */
export function RevisionPanel({ view, state, keeper }: Props) {
  const changes = settleable(state)
  const { from, to, empty } = state.selection
  const isSelected = (change: Change<Hand>) => change.fromB <= to && from <= change.toB
  const selected = changes.filter(isSelected)
  const back = (some: readonly Change<Hand>[]) => {
    const tr = refuse(view.state, some)
    if (tr) view.dispatch(tr)
    view.focus()
  }
  const agree = (some: readonly Change<Hand>[]) => {
    const places = new Set(some.map(placeOf))
    void keeper.accept(change => places.has(placeOf(change)))
  }
  const show = (change: Change<Hand>) => {
    const selection = TextSelection.between(state.doc.resolve(change.fromB), state.doc.resolve(change.toB))
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
    view.focus()
  }
  if (changes.length === 0) {
    return <p className="quiet revision-empty">还没有改动。现在起，谁增删了什么都会列在这里。</p>
  }
  const base = shownTrail(state)?.changes.startDoc
  return (
    <div className="revision-panel">
      <div className="revision-acts">
        <span className="quiet">{changes.length} 处</span>
        <span className="space" />
        {!empty && selected.length > 1 && (
          <>
            <Button size="small" onClick={() => agree(selected)}>
              采纳选中 {selected.length} 处
            </Button>
            <Button size="small" type="text" onClick={() => back(selected)}>
              选中的不采纳
            </Button>
          </>
        )}
        <Button size="small" onClick={() => agree(changes)}>
          全部采纳
        </Button>
        <Button size="small" type="text" onClick={() => back(changes)}>
          全不采纳
        </Button>
      </div>
      <ul aria-label="修订">
        {changes.map(change => {
          const { colour, title } = handLook(handOf(change))
          const gone = base ? deletedWords(base, change.fromA, change.toA) : ''
          const come = deletedWords(state.doc, change.fromB, change.toB)
          return (
            <li key={placeOf(change)} className={isSelected(change) ? 'on' : ''}>
              <button type="button" className="revision-words" onClick={() => show(change)}>
                <small style={{ color: colour }}>{title}</small>
                <span>
                  {gone !== '' && <del>{shortened(gone)}</del>}
                  {come !== '' && <ins style={{ borderColor: colour }}>{shortened(come)}</ins>}
                </span>
              </button>
              <Button size="small" onClick={() => agree([change])}>
                采纳
              </Button>
              <Button size="small" type="text" onClick={() => back([change])}>
                不采纳
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** A long passage by its two ends. */
const shortened = (words: string) =>
  words.length > 60 ? `${words.slice(0, 36)}……${words.slice(-16)}` : words
