import { Button } from 'antd'
import { usePage } from '../newsroom/page-store'
import { setZoom, toggleGuides, useZoom } from './zoom-state'
import { stepped, trueSize } from './zoom'

/** How large the page is shown, what its grid is, and whether the grid shows. */
export function ZoomBar({ pageId }: { readonly pageId: string }) {
  const paper = usePage(pageId)?.layout.paper
  const { zoom, percent, guides } = useZoom()
  const step = (direction: 1 | -1) => setZoom(stepped((percent / 100) * trueSize, direction))
  return (
    <div className="zoom" role="toolbar" aria-label="缩放">
      <Button
        type="text"
        size="small"
        aria-pressed={zoom === 'fit'}
        title="Ctrl 0"
        onClick={() => setZoom('fit')}
      >
        适合窗口
      </Button>
      <Button type="text" size="small" aria-pressed={zoom === 1} onClick={() => setZoom(1)}>
        原大
      </Button>
      <Button type="text" size="small" aria-label="缩小" title="Ctrl −" onClick={() => step(-1)}>
        －
      </Button>
      <span className="zoom-percent" role="status" aria-label="缩放比例">
        {percent}%
      </span>
      <Button type="text" size="small" aria-label="放大" title="Ctrl +" onClick={() => step(1)}>
        ＋
      </Button>
      {paper && (
        <span className="zoom-paper">
          网格 {paper.columns} 栏 × {paper.measure} 字
        </span>
      )}
      <Button type="text" size="small" aria-pressed={guides} onClick={toggleGuides}>
        参考线
      </Button>
    </div>
  )
}
