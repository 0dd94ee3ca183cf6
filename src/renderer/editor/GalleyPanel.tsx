import { Checkbox, InputNumber, Popover, Segmented } from 'antd'
import { memo, useMemo, useState, type ComponentType, type ReactNode } from 'react'
import { lineMarks } from '../../shared/page/galley/galley-marks'
import type { GalleyStyle } from '../../shared/page/galley/galley'
import type { StoryParts } from '../../shared/story/parts'
import { remember, useNewsroom } from '../newsroom/newsroom'
import { CheapestCuts } from './CheapestCuts'
import { showInGalley, useGalleyTab, type GalleyTab } from './galley-tab'
import { fitWords } from './fit-words'
import { GalleyCanvas } from './GalleyCanvas'
import { GalleySetter } from './galley-setter'
import { choiceOf, galleyStyleOf, styleName, type GalleyChoice } from './galley-style'
import { useBaseColumn } from './use-base-column'

/** Shows the page that holds a story. The page desk's: the editor stands under it. */
export type PageOfStory = ComponentType<{ readonly storyId: string; readonly width: number }>

interface Props {
  readonly page: PageOfStory
  readonly storyId: string
  readonly parts: StoryParts
  /** CSS pixels that the panel offers. */
  readonly width: number
  /** Shows a block of the story in the sheet. */
  onShow(block: number): void
  /** The story's trail, while one is kept. */
  readonly revision: ReactNode
  /** What is said about the story, and how much of it is open. */
  readonly notes: ReactNode
  readonly openNotes: number
  /** What was kept of the story. */
  readonly versions: ReactNode
}

const markNames = { squeezed: '挤过的行', stretched: '拉松的行', runt: '孤字', widow: '孤行' } as const

/** 小样: the story as the press will set it, at a measure of choice, following every keystroke. */
export function GalleyPanel(props: Props) {
  const { storyId, parts, width, page: Page, onShow, revision, notes, openNotes, versions } = props
  const remembered = useNewsroom(s => s.memory['galley'])
  const column = useBaseColumn(storyId)
  const choice = useMemo(() => choiceOf(remembered), [remembered])
  const style = useMemo(() => galleyStyleOf(choice, column), [choice, column])
  const shown = useGalleyTab(s => s.tab)
  const [setter] = useState(() => new GalleySetter())
  const change = (next: Partial<GalleyChoice>) => remember('galley', { ...choice, ...next })
  return (
    <aside className="galley" aria-label="小样">
      <div className="galley-head">
        <PanelSwitch shown={shown} hasRevision={Boolean(revision)} openNotes={openNotes} />
        {shown === 'galley' && (
          <Popover
            trigger="click"
            placement="bottomRight"
            content={
              <div className="galley-form">
                <label>
                  每行{' '}
                  <InputNumber
                    aria-label="每行字数"
                    min={4}
                    max={60}
                    step={0.5}
                    value={choice.measure}
                    placeholder={`${column.measure}`}
                    title="空着就是基本栏"
                    onChange={v => change({ measure: v })}
                  />{' '}
                  字
                </label>
                <label>
                  分{' '}
                  <InputNumber
                    aria-label="栏数"
                    min={1}
                    max={8}
                    value={choice.columns}
                    onChange={v => v && change({ columns: v })}
                  />{' '}
                  栏
                </label>
                <label>
                  限{' '}
                  <InputNumber
                    aria-label="每栏行数"
                    min={1}
                    max={300}
                    value={choice.depth}
                    placeholder="不限"
                    onChange={v => change({ depth: v })}
                  />{' '}
                  行
                </label>
              </div>
            }
          >
            <button type="button" className="plain" aria-label="小样尺寸">
              {styleName(style)} ▾
            </button>
          </Popover>
        )}
      </div>
      {shown === 'versions' ? (
        versions
      ) : shown === 'notes' ? (
        notes
      ) : shown === 'revision' && revision ? (
        revision
      ) : shown === 'page' ? (
        <Page storyId={storyId} width={width - 28} />
      ) : (
        <GalleyPaper
          storyId={storyId}
          parts={parts}
          width={width}
          style={style}
          setter={setter}
          onShow={onShow}
        />
      )}
    </aside>
  )
}

/** Which of its faces the panel shows; a keystroke changes nothing of it. */
const PanelSwitch = memo(function PanelSwitch({
  shown,
  hasRevision,
  openNotes,
}: {
  readonly shown: GalleyTab
  readonly hasRevision: boolean
  readonly openNotes: number
}) {
  return (
    <Segmented
      size="small"
      value={shown}
      onChange={showInGalley}
      options={[
        { value: 'galley', label: '小样' },
        { value: 'page', label: '本版' },
        ...(hasRevision ? [{ value: 'revision' as const, label: '修订' }] : []),
        { value: 'notes', label: openNotes === 0 ? '批注' : `批注 ${openNotes}` },
        { value: 'versions', label: '版本' },
      ]}
    />
  )
})

/** The set story with how it fits; it is set only while it is looked at. */
function GalleyPaper({
  storyId,
  parts,
  width,
  style,
  setter,
  onShow,
}: Pick<Props, 'storyId' | 'parts' | 'width' | 'onShow'> & {
  readonly style: GalleyStyle
  readonly setter: GalleySetter
}) {
  const galley = useMemo(() => setter.set(parts, storyId, style), [setter, parts, storyId, style])
  const marked = useNewsroom(s => s.memory['galley.marks'] === true)
  const marks = useMemo(() => (marked ? lineMarks(galley, style) : []), [marked, galley, style])
  const words = fitWords(galley.fit, style)
  const scale = Math.min(1.5, (width - 52) / galley.painting.width)
  const filled =
    style.depth === null ? 100 : Math.min(100, (100 * galley.fit.available) / Math.max(1, galley.fit.lines))
  return (
    <>
      <div className="fit">
        <div className="fit-words">
          <b className={words.tone} data-fit>
            {words.headline}
          </b>
          <span>{words.detail}</span>
        </div>
        {style.depth !== null && (
          <div className={`fit-bar ${words.tone}`}>
            <i style={{ width: `${filled}%` }} />
          </div>
        )}
      </div>
      {galley.fit.overset.lines > 0 && (
        <CheapestCuts body={galley.body} measure={style.measure} onShow={onShow} />
      )}
      <Checkbox
        className="marks-choice"
        checked={marked}
        onChange={event => remember('galley.marks', event.target.checked)}
      >
        标出挤、松、孤字、孤行
      </Checkbox>
      <div className="galley-scroll">
        <div className="galley-paper">
          <GalleyCanvas painting={galley.painting} scale={scale} label="小样">
            {marks.map((mark, at) => (
              <i
                key={at}
                className={`line-mark ${mark.kind}`}
                title={markNames[mark.kind]}
                style={{
                  left: mark.rect.x * scale,
                  top: mark.rect.y * scale,
                  width: mark.rect.width * scale,
                  height: mark.rect.height * scale,
                }}
              />
            ))}
            {galley.cut && (
              <div
                className="cut"
                style={{
                  left: galley.cut.x * scale,
                  top: galley.cut.y * scale,
                  width: galley.cut.width * scale,
                }}
              >
                <span>文框到此</span>
              </div>
            )}
          </GalleyCanvas>
        </div>
      </div>
    </>
  )
}
