import { ptRect } from '../../shared/page/paper'
import { Button } from 'antd'
import type { CSSProperties } from 'react'
import { storyIdsOf } from '../../shared/page/layout'
import { openPage } from '../newsroom/newsroom'
import { usePages } from '../newsroom/page-store'
import { usePageView } from './page-views'
import { PageCanvas } from './PageCanvas'
import { PageLines } from './PageLines'
import './pages.css'

/** The page that holds a story, beside the editor: it follows every keystroke. */
export function PagePreview({ storyId, width }: { storyId: string; width: number }) {
  const pageId = usePages(
    s => [...s.pages.values()].find(page => storyIdsOf(page.layout).includes(storyId))?.pageId ?? null,
  )
  const view = usePageView(pageId)
  if (pageId === null || !view) {
    return <p className="quiet">这篇稿还没有上版。到“版面”里排上，这里就能看见。</p>
  }
  const { layout, composed: shown } = view
  const own = layout.frames.find(frame => frame.kind === 'story' && frame.storyId === storyId)
  const frame = own && shown.frames.get(own.id)
  // The story's own frame at a size that reads, its neighbours round it.
  const scale = frame
    ? Math.max(width / shown.painting.width, Math.min(1.1, (width - 8) / frame.rect.width))
    : width / shown.painting.width
  const style = {
    '--scale': scale,
    width: shown.painting.width * scale,
    height: shown.painting.height * scale,
  }
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
          <div className="page-sheet" style={style as CSSProperties}>
            <PageCanvas
              page={shown}
              window={ptRect(0, 0, shown.painting.width, shown.painting.height)}
              crisp={scale}
              density={window.devicePixelRatio || 1}
              label="本版"
            />
            <PageLines page={shown} label="本版" quiet={false} />
          </div>
        </div>
      </div>
      <Button size="small" onClick={() => openPage(pageId)}>
        到版面里看
      </Button>
    </div>
  )
}
