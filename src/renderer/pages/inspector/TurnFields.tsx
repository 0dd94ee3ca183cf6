import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { EditionPage } from '../../../shared/contract'
import type { ComposedFrame } from '../../../shared/page/compose/composed'
import type { Frame, StoryFrame } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { pageNumberName } from '../../newsroom/edition-name'
import { openPage, useEdition } from '../../newsroom/newsroom'
import { newFrameId, usePages } from '../../newsroom/page-store'
import { choose } from '../selection'
import { editPage, onFrame } from './page-edit'
import { linesLeft, turnFrame, turnPlace } from './turn-place'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly view: PageView
  readonly composed: ComposedFrame | undefined
}

const nameOf = (page: EditionPage) => `${pageNumberName(page.number)} ${page.name}`.trim()

/** 转到: the story goes on in a frame of this page or a later one; 下转 and 上接 come by themselves. */
export function TurnFields({ pageId, frame, view, composed }: Props) {
  const pages = useEdition()?.pages ?? []
  const layouts = usePages(s => s.pages)
  const [says, setSays] = useState('')
  const here = pages.find(page => page.id === pageId)
  const later = pages.filter(page => page.number >= (here?.number ?? 1))
  const goesOn = later.flatMap(page => {
    const frames = layouts.get(page.id)?.layout.frames ?? []
    const from = page.id === pageId ? frames.findIndex(one => one.id === frame.id) + 1 : 0
    return frames
      .slice(from)
      .filter((one): one is StoryFrame => isContinuation(one, frame.storyId))
      .map(one => ({ page, frame: one }))
  })
  const turnTo = (page: EditionPage) => {
    const layout = layouts.get(page.id)?.layout
    if (!layout || frame.storyId === null) return
    const lines = linesLeft(layout.paper, frame, composed)
    const place = turnPlace(layout, lines, Math.min(frame.columnSpan, layout.paper.columns))
    if (!place) {
      setSays(`${nameOf(page)}没有放得下 ${lines} 行的空处，先在那里腾出地方。`)
      return
    }
    setSays('')
    const next = turnFrame(layout.paper, newFrameId(), frame, place)
    editPage(page.id, `转到${pageNumberName(page.number)}`, now => {
      const at = now.frames.findIndex(one => one.id === frame.id)
      // On its own page it comes next in reading order, elsewhere where its place puts it.
      const before =
        at >= 0 ? (now.frames[at + 1]?.id ?? null) : (now.frames.find(one => one.row > next.row)?.id ?? null)
      return [{ op: 'add', frame: next, before }]
    })
  }
  return (
    <>
      {goesOn.map(({ page, frame: next }) => (
        <div className="field-row spread" key={next.id}>
          <span className="one-line">
            接{nameOf(page)} · {next.columnSpan} 栏 {next.rowSpan} 行
          </span>
          <span>
            <button
              type="button"
              className="plain"
              onClick={() => {
                openPage(page.id)
                choose(page.id, next.id)
              }}
            >
              看
            </button>
            <button
              type="button"
              className="plain"
              aria-label={`撤掉${pageNumberName(page.number)}的接排`}
              onClick={() => editPage(page.id, '撤掉接排', () => [{ op: 'remove', frameId: next.id }])}
            >
              撤
            </button>
          </span>
        </div>
      ))}
      <div className="field-row spread">
        <Select<string>
          size="small"
          aria-label="转到"
          className="choice-field"
          placeholder="转到…"
          value={null}
          disabled={frame.storyId === null}
          options={later.map(page => ({
            value: page.id,
            label: page.id === pageId ? '本版别处' : nameOf(page),
          }))}
          onChange={id => {
            const page = later.find(one => one.id === id)
            if (page) turnTo(page)
          }}
        />
        <Checkbox
          checked={frame.continues}
          onChange={({ target }) =>
            editPage(
              pageId,
              target.checked ? '接前文' : '不接前文',
              onFrame('story', frame.id, () => ({ continues: target.checked })),
            )
          }
        >
          接前文
        </Checkbox>
      </div>
      {composed && (composed.jumps.from !== null || composed.jumps.to !== null) && (
        <p className="quiet">
          {[
            composed.jumps.from === null ? '' : `上接第 ${composed.jumps.from} 版`,
            composed.jumps.to === null ? '' : `下转第 ${composed.jumps.to} 版`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {says !== '' && (
        <p className="field-note amber" role="alert">
          {says}
        </p>
      )}
      {view.edition === null && <p className="quiet">这一版还没有归到一期。</p>}
    </>
  )
}

const isContinuation = (frame: Frame, storyId: string | null) =>
  frame.kind === 'story' && frame.continues && storyId !== null && frame.storyId === storyId
