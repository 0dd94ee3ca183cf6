import { placesOf } from '../../shared/page/frame-places'
import { Button, Empty, Popconfirm } from 'antd'
import { useEffect } from 'react'
import type { PageTemplate } from '../../shared/contract'
import { geometryOf, rectOf } from '../../shared/page/paper'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { sayInFooter } from '../ui/footer'
import { go } from '../newsroom/newsroom'
import { useMay } from '../newsroom/use-may'
import { showTemplates, usePageSettings } from './page-settings'
import './papers.css'

/** A template's frames, in proportion: head zones dark, boxes outlined, photos and ads as on a dummy. */
export function TemplateSketch({ template, height }: { template: PageTemplate; height: number }) {
  const { paper, frames } = template.layout
  const sheet = geometryOf(paper)
  return (
    <svg
      className="paper-sketch"
      width={(height * sheet.width) / sheet.height}
      height={height}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role="img"
      aria-label={`版式：${template.name}`}
    >
      <rect className="sheet" width={sheet.width} height={sheet.height} />
      {frames.map(frame => {
        const places = placesOf(frame)
        return places.map((place, at) => {
          const rect = rectOf(paper, place)
          return (
            <g key={`${frame.id}/${at}`}>
              <rect className={`place ${frame.kind}`} {...rect} />
              {frame.kind === 'story' && at === 0 && frame.head.direction === 'horizontal' && (
                <rect
                  className="head"
                  x={rect.x + rect.width * 0.15}
                  y={rect.y + paper.pitch}
                  width={rect.width * 0.7}
                  height={paper.pitch * 2}
                />
              )}
            </g>
          )
        })
      })}
    </svg>
  )
}

/** 版式库: pages kept as patterns, for the next edition. */
export function TemplatesPanel() {
  const { templates } = usePageSettings()
  const { failure, attempt, dismiss } = useAttempt<'remove'>()
  const toRemove = useMay('pages.removeTemplate')
  useEffect(
    () => sayInFooter({ left: [{ text: `${templates.length} 个版式` }], right: '' }),
    [templates.length],
  )
  return (
    <section className="drawer papers" aria-label="版式库">
      <header>
        <h3>版式库</h3>
      </header>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {templates.length === 0 ? (
        <Empty description="还没有版式。在版面里排好一个版，点“存为版式”，下一期就能照着排。">
          <Button onClick={() => go('pages')}>到版面</Button>
        </Empty>
      ) : (
        <ul className="template-list">
          {templates.map(template => (
            <li key={template.id}>
              <TemplateSketch template={template} height={150} />
              <b title={template.name}>{template.name}</b>
              <span className="quiet">
                {template.layout.paper.name} ·{' '}
                {template.layout.frames.filter(frame => frame.kind === 'story').length} 篇
              </span>
              <Popconfirm
                title={`去掉“${template.name}”？`}
                description="已经照它排的版不受影响。"
                okText="去掉"
                cancelText="留着"
                onConfirm={() =>
                  void attempt('remove', async () =>
                    showTemplates(await client.pages.removeTemplate({ id: template.id })),
                  )
                }
              >
                <Button size="small" type="text" {...toRemove}>
                  去掉
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
