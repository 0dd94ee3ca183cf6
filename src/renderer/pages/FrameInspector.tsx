import { openStory } from '../newsroom/newsroom'
import { FaultPanel } from './faults/FaultPanel'
import { useFaults } from './faults/page-faults'
import { FitList } from './fit/FitList'
import { HolePanel } from './fit/HolePanel'
import { OfferPanel } from './fit/OfferPanel'
import { frameTitle } from './frame-names'
import { AddFrame } from './inspector/AddFrame'
import { FrameForm } from './inspector/FrameForm'
import { kindNames } from './inspector/kind-names'
import { LayoutNotes } from './LayoutNotes'
import { usePageView } from './page-views'
import { useChosenFrame, useChosenHole, useChosenWaiting } from './selection'
import './inspector/inspector.css'

/** The right panel of the page desk: the chosen frame, 溢欠, 填空, 版面检查. */
export function FrameInspector({ pageId }: { readonly pageId: string }) {
  const view = usePageView(pageId)
  const frame = useChosenFrame(pageId)
  const hole = useChosenHole(pageId)
  const waiting = useChosenWaiting(pageId)
  const faults = useFaults(pageId)
  if (!view) return <p className="quiet">正在打开这一版…</p>
  const isPlacing = !frame && (hole !== null || waiting !== null)
  const title = frame && frameTitle(frame, view.stories)
  return (
    <div className="inspector-panels">
      <HolePanel pageId={pageId} view={view} />
      {!isPlacing && (
        <section className="frame-section" aria-label="所选文框">
          <h4>{frame ? kindNames[frame.kind] : '文框'}</h4>
          {frame && title !== undefined ? (
            <>
              {frame.kind === 'story' && frame.storyId !== null ? (
                <button
                  type="button"
                  className="frame-title"
                  title={`${title}（打开稿件）`}
                  onClick={() => frame.storyId !== null && openStory(frame.storyId)}
                >
                  {title}
                </button>
              ) : (
                <p className="frame-title">{title}</p>
              )}
              <FrameForm key={frame.id} pageId={pageId} frame={frame} view={view} />
            </>
          ) : (
            <>
              <p className="quiet">
                {view.layout.frames.length === 0
                  ? '这一版还是空的。从左边把稿件拖上来，或按“按稿库排版”。'
                  : '点版面上的文框，在这里改它的栏、行和题。'}
              </p>
              <AddFrame pageId={pageId} layout={view.layout} />
            </>
          )}
        </section>
      )}
      {frame?.kind === 'story' && frame.storyId !== null && <LayoutNotes storyId={frame.storyId} />}
      {frame?.kind === 'story' && <OfferPanel pageId={pageId} view={view} frame={frame} />}
      <FaultPanel pageId={pageId} faults={faults} />
      <FitList pageId={pageId} view={view} chosen={frame?.id ?? null} />
    </div>
  )
}
