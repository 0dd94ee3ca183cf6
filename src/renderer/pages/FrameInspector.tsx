import { Button } from 'antd'
import type { ComposedPage, Fit, Frame, PageLayout } from '../../shared/page'
import { openStory } from '../ui/newsroom'
import { useStoryTexts } from '../ui/story-texts'

interface Props {
  readonly layout: PageLayout
  readonly composed: ComposedPage
  readonly chosen: string | null
  onChoose(frameId: string): void
}

const frameKinds: Readonly<Record<Frame['kind'], string>> = {
  story: '稿件',
  photo: '图片',
  strap: '专题栏头',
  ad: '广告',
  masthead: '报头',
  folio: '报眉',
}

function FitTag({ fit }: { fit: Fit }) {
  if (fit.overset.lines > 0)
    return (
      <span className="tag red">
        溢 {fit.overset.lines} 行 {fit.overset.characters} 字
      </span>
    )
  if (fit.underset.lines > 2) return <span className="tag amber">欠 {fit.underset.lines} 行</span>
  return <span className="tag green">齐</span>
}

/** What stands in the chosen frame, and how every story of the page fits. */
export function FrameInspector({ layout, composed, chosen, onChoose }: Props) {
  const texts = useStoryTexts(s => s.texts)
  const frame = layout.frames.find(f => f.id === chosen)
  const placed = chosen ? composed.frames.get(chosen) : undefined
  const headline = (f: Frame) =>
    f.kind !== 'story'
      ? frameKinds[f.kind]
      : f.storyId === null
        ? '空文框'
        : texts.get(f.storyId)?.headline || '无题'
  return (
    <>
      <section>
        <h4>文框</h4>
        {frame && placed ? (
          <>
            <p className="frame-name">{headline(frame)}</p>
            <dl className="facts">
              <dt>占栏</dt>
              <dd>{frame.columnSpan} 栏</dd>
              <dt>高</dt>
              <dd>{frame.rowSpan} 行</dd>
              {frame.kind === 'story' && placed.body && (
                <>
                  <dt>分栏</dt>
                  <dd>
                    {frame.columns} 栏{frame.columns === frame.columnSpan ? '' : '（变栏）'}
                  </dd>
                  <dt>主题</dt>
                  <dd>{frame.head.size}</dd>
                </>
              )}
            </dl>
            {placed.fit && (
              <p>
                <FitTag fit={placed.fit} />
                <span className="quiet">
                  {' '}
                  要 {placed.fit.lines} 行，有 {placed.fit.available} 行
                </span>
              </p>
            )}
            {frame.kind === 'story' && frame.storyId !== null && (
              <Button size="small" onClick={() => frame.storyId !== null && openStory(frame.storyId)}>
                打开稿件
              </Button>
            )}
          </>
        ) : (
          <p className="quiet">点版面上的文框，看它占几栏、溢欠多少。</p>
        )}
      </section>
      <section>
        <h4>本版稿件</h4>
        <ul className="page-stories">
          {layout.frames.map(f => {
            const fit = composed.frames.get(f.id)?.fit
            return f.kind === 'story' && fit ? (
              <li key={f.id}>
                <button type="button" className={f.id === chosen ? 'on' : ''} onClick={() => onChoose(f.id)}>
                  <span title={headline(f)}>{headline(f)}</span>
                  <FitTag fit={fit} />
                </button>
              </li>
            ) : null
          })}
        </ul>
      </section>
    </>
  )
}
