import { Button } from 'antd'
import { useMemo } from 'react'
import { storyIdsOf } from '../../shared/page'
import { openPage, useEdition } from '../ui/newsroom'
import { PaintingCanvas } from '../ui/PaintingCanvas'
import { useComposedPages } from './compose-pages'
import './pages.css'

/** The page that holds a story, beside the editor: it follows every keystroke. */
export function PagePreview({ storyId, width }: { storyId: string; width: number }) {
  const edition = useEdition()
  const page = edition?.pages.find(p => storyIdsOf(p.layout).includes(storyId))
  const pages = useMemo(() => (page ? [page] : []), [page])
  const composed = useComposedPages(pages)
  const shown = page && composed.get(page.id)
  if (!page || !shown) return <p className="quiet">这篇稿还没有上版。到“版面”里排上，这里就能看见。</p>
  const frame = [...shown.frames.values()].find(f =>
    page.layout.frames.some(l => l.id === f.frameId && l.kind === 'story' && l.storyId === storyId),
  )
  // The story's own frame at a size that reads, its neighbours round it.
  const scale = frame
    ? Math.max(width / shown.painting.width, Math.min(1.1, (width - 8) / frame.rect.width))
    : width / shown.painting.width
  return (
    <div className="page-preview">
      <div className="page-preview-window" style={{ width }}>
        <div
          style={
            frame && {
              marginLeft: Math.min(0, width / 2 - (frame.rect.x + frame.rect.width / 2) * scale),
              marginTop: -Math.max(0, frame.rect.y * scale - 8),
            }
          }
        >
          <PaintingCanvas
            painting={shown.painting}
            scale={scale}
            label="本版"
            readable
            className="page-sheet"
          />
        </div>
      </div>
      <Button size="small" onClick={() => openPage(page.id)}>
        到版面里看
      </Button>
    </div>
  )
}
