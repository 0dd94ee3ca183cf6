import { Empty, Button } from 'antd'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { StoryList } from '../budget/StoryList'
import { offerCommands } from '../ui/room-commands'
import { FilesNote } from '../story-files/FilesNote'
import { newsroomNow, remember, startImport, useNewsroom } from '../newsroom/newsroom'
import { useStoryTexts } from '../newsroom/story-texts'
import { CutRequests } from './CutRequests'
import { useWaiting } from './early/use-waiting'
import { FindBar } from './find/FindBar'
import { GalleyPanel, type PageOfStory } from './GalleyPanel'
import { GoToBar } from './GoToBar'
import { StoryFooter } from './length/StoryFooter'
import { noteCommands } from './notes/note-keys'
import { notesIn } from './notes/note-marks'
import { useNotes } from './notes/notes-keeper'
import { NotesPanel } from './notes/NotesPanel'
import { SlashMenu } from './parts/SlashMenu'
import { PhotoNote } from './photos/PhotoNote'
import { usePhotoCommands } from './photos/photo-commands'
import { RevisionPanel } from './revision/RevisionPanel'
import { TrailFailure } from './revision/RevisionSwitch'
import { useTrail } from './revision/trail-store'
import { PasteNotice } from './PasteNotice'
import { showBlock } from './show-block'
import { StoryBar } from './StoryBar'
import { runStoryKey, storyCommands, type StoryRoom } from './story-commands'
import { StorySheet } from './StorySheet'
import { textSizeOf } from './text-size'
import { UnsavedNotes } from './UnsavedNotes'
import { CompareView } from './versions/CompareView'
import type { Comparison } from './versions/comparison'
import { askLastHand } from './versions/last-hand'
import { LastHand } from './versions/LastHand'
import { VersionsPanel } from './versions/VersionsPanel'

const widthsKey = 'story.widths'

/** The editor that is shown, and of which story; null where it does not stand. */
interface ShownEditor {
  readonly storyId: string | null
  readonly view: EditorView | null
  readonly state: EditorState | null
}

const noEditor: ShownEditor = { storyId: null, view: null, state: null }

/** 稿件: list, sheet, galley. */
export function StoryView({ page }: { readonly page: PageOfStory }) {
  const storyId = useNewsroom(s => s.story)
  /** Null where the story is not in the list. Its row changes while it is written: only this much of it counts here. */
  const stage = useNewsroom(s => s.rows.find(row => row.id === storyId)?.state ?? null)
  const isOpen = storyId !== null && stage !== null
  const parts = useStoryTexts(s => (storyId ? s.texts.get(storyId) : undefined))
  const [shown, setShown] = useState<ShownEditor>(noEditor)
  // The story before stands a moment longer; nothing here may reach it any more.
  const editor = shown.storyId === storyId ? shown : noEditor
  const waiting = useWaiting(editor.view)
  const keeper = useTrail(s => s.keeper)
  const notesKeeper = useNotes(s => s.keeper)
  const isRevised = useTrail(s => s.isOn && s.storyId === storyId)
  const [comparing, setComparing] = useState<{ storyId: string; comparison: Comparison } | null>(null)
  const comparison = comparing?.storyId === storyId ? comparing.comparison : null
  /** How often it was asked for since the find bar was closed; 0: it is closed. */
  const [finding, setFinding] = useState(0)
  const [going, setGoing] = useState(false)
  const textSize = useNewsroom(s => textSizeOf(s.memory))
  const [galleyWidth, setGalleyWidth] = useState(318)
  const galleyHost = useRef<HTMLDivElement>(null)
  const [widths] = useState(() => newsroomNow().memory[widthsKey] as Record<string, number> | undefined)

  useEffect(() => {
    const host = galleyHost.current
    if (!host) return
    const watch = new ResizeObserver(([entry]) => entry && setGalleyWidth(entry.contentRect.width))
    watch.observe(host)
    return () => watch.disconnect()
  }, [])

  const room = useMemo<StoryRoom>(
    () => ({
      find: () => {
        setGoing(false)
        setFinding(asked => asked + 1)
      },
      goTo: () => {
        setFinding(0)
        setGoing(true)
      },
    }),
    [],
  )

  const liveView = editor.view
  useEffect(() => {
    if (!liveView || !storyId) return undefined
    const run = () => void askLastHand(storyId, liveView)
    return offerCommands([{ title: '这一段谁改的', shortcut: 'Ctrl Alt H', run }])
  }, [liveView, storyId])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (runStoryKey(event, room)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [room])
  const { view } = editor
  useEffect(
    () => (view ? offerCommands([...storyCommands(view, room), ...noteCommands]) : undefined),
    [view, room],
  )

  usePhotoCommands(editor.view)

  return (
    <Group
      orientation="horizontal"
      className="story-view"
      {...(widths ? { defaultLayout: widths } : {})}
      onLayoutChanged={layout => remember(widthsKey, layout)}
    >
      <Panel id="list" defaultSize="296px" minSize="220px" maxSize="460px" collapsible>
        <StoryList />
      </Panel>
      <Separator className="drag-line" />
      <Panel id="sheet" minSize="420px">
        <section className="sheet-room" aria-label="写稿">
          {!isOpen && waiting.isOn && <div className="story-bar" />}
          {storyId && stage && (
            <StoryBar view={editor.view} state={editor.state} storyId={storyId} room={room} />
          )}
          <UnsavedNotes storyId={storyId} state={editor.state} />
          {waiting.note}
          {storyId && stage && (
            <>
              <StoryFooter storyId={storyId} parts={parts} state={editor.state} />
              <PhotoNote />
              <FilesNote />
              <TrailFailure />
              {going && editor.view && editor.state && (
                <GoToBar view={editor.view} state={editor.state} onClose={() => setGoing(false)} />
              )}
              {finding > 0 && editor.view && editor.state && (
                // Asked again, it begins again with what is selected now.
                <FindBar
                  key={`${storyId}/${finding}`}
                  view={editor.view}
                  state={editor.state}
                  onClose={() => setFinding(0)}
                />
              )}
              {editor.view && editor.state && <SlashMenu view={editor.view} state={editor.state} />}
              <LastHand storyId={storyId} state={editor.state} />
              <CutRequests storyId={storyId} view={editor.view} state={editor.state} />
              {comparison && (
                <CompareView
                  key={`${comparison.from}-${comparison.to}`}
                  storyId={storyId}
                  comparison={comparison}
                  onClose={() => setComparing(null)}
                />
              )}
            </>
          )}
          {(isOpen || waiting.isOn) && (
            <div
              className="sheet-scroll"
              hidden={comparison !== null}
              style={{ '--sheet-text': `${textSize}px` } as CSSProperties}
            >
              {storyId && isOpen && (
                <StorySheet
                  key={storyId}
                  storyId={storyId}
                  onEditor={(view, state) => setShown({ storyId, view, state })}
                  onStands={waiting.stands}
                />
              )}
              {waiting.sheet}
              {editor.view && editor.state && (
                <PasteNotice key={`paste ${storyId}`} view={editor.view} state={editor.state} />
              )}
            </div>
          )}
          {!isOpen && !waiting.isOn && (
            <Empty className="no-story" description="还没有打开的稿件">
              <Button onClick={startImport}>导入来稿</Button>
            </Empty>
          )}
        </section>
      </Panel>
      <Separator className="drag-line" />
      <Panel id="galley" defaultSize="318px" minSize="240px" maxSize="640px" collapsible>
        <div ref={galleyHost} className="galley-host">
          {storyId && parts && (
            <GalleyPanel
              page={page}
              storyId={storyId}
              parts={parts}
              width={galleyWidth}
              onShow={block => editor.view && showBlock(editor.view, block)}
              revision={
                isRevised && keeper && editor.view && editor.state ? (
                  <RevisionPanel view={editor.view} state={editor.state} keeper={keeper} />
                ) : null
              }
              openNotes={editor.state ? notesIn(editor.state).filter(note => !note.isSettled).length : 0}
              notes={
                notesKeeper && editor.state ? <NotesPanel state={editor.state} keeper={notesKeeper} /> : null
              }
              versions={
                // A new state is a new version: the panel begins anew. What is typed can wait until one looks again.
                <VersionsPanel
                  key={`${storyId}/${stage}`}
                  storyId={storyId}
                  comparison={comparison}
                  onCompare={next => setComparing(next && { storyId, comparison: next })}
                />
              }
            />
          )}
        </div>
      </Panel>
    </Group>
  )
}
