import { Button, Empty, Popover } from 'antd'
import { useEffect, useMemo } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { plannedFor } from '../../shared/budget/waiting-stories'
import type { EditionPage } from '../../shared/contract'
import type { PageLayout } from '../../shared/page/layout'
import { OutputPanel } from '../output/OutputPanel'
import { TemplateActs } from '../papers/TemplateActs'
import { FailureNote } from '../ui/FailureNote'
import { hushFooter, sayInFooter } from '../ui/footer'
import { newsroomNow, remember, useEdition, useNewsroom } from '../newsroom/newsroom'
import { changePage, usePage, useDamage, usePageFailure, useUndoStack } from '../newsroom/page-store'
import { startEdition } from '../newsroom/reference-tab'
import { useStoryTexts, wantTexts } from '../newsroom/story-texts'
import { arrangeStories } from './arrange-stories'
import { useFaults } from './faults/page-faults'
import { FrameInspector } from './FrameInspector'
import { pageChip } from './page-chip'
import { usePageCommands } from './page-commands'
import { pageFooter } from './page-footer'
import { usePageSays } from './page-says'
import { usePageView, usePageViews } from './page-views'
import { PageSheet } from './PageSheet'
import { undoInPanel } from './panel-keys'
import { SignPanel } from './signing/SignPanel'
import { StoryTray } from './StoryTray'
import { Thumbnails } from './Thumbnails'
import { ZoomBar } from './ZoomBar'
import './pages.css'

const noPages: readonly EditionPage[] = []
const widthsKey = 'pages.widths'

/** 版面: thumbnails and what waits, the page that will print, what stands in the chosen frame. */
export function PagesView() {
  const edition = useEdition()
  const pageId = useNewsroom(s => s.page)
  const pages = edition?.pages ?? noPages
  const page = pages.find(one => one.id === pageId)
  // What can be undone on this page is read when it is opened.
  useUndoStack(pageId)
  usePageCommands(page?.id ?? null)
  const damage = useDamage(pageId)
  const widths = useMemo(() => newsroomNow().memory[widthsKey] as Record<string, number> | undefined, [])
  if (!edition || !page) {
    return (
      <Empty className="no-story" description="还没有期和版">
        <Button type="primary" onClick={startEdition}>
          新建一期
        </Button>
      </Empty>
    )
  }
  return (
    <Group
      orientation="horizontal"
      className="pages-view"
      {...(widths ? { defaultLayout: widths } : {})}
      onLayoutChanged={layout => remember(widthsKey, layout)}
    >
      <Panel id="strip" defaultSize="200px" minSize="168px" maxSize="320px">
        <div className="page-strip">
          <Thumbnails pages={pages} current={pageId} />
          <StoryTray key={page.id} page={page} />
        </div>
      </Panel>
      <Separator className="drag-line" />
      <Panel id="sheet" minSize="420px">
        <section className="page-room" aria-label="版面">
          <Refusal pageId={page.id} />
          {!damage && <PageSheet key={page.id} pageId={page.id} />}
          {!damage && <ZoomBar pageId={page.id} />}
          <PageFooter page={page} />
        </section>
      </Panel>
      <Separator className="drag-line" />
      <Panel id="inspector" defaultSize="300px" minSize="260px" maxSize="480px" collapsible>
        <aside className="inspector" aria-label="文框" onKeyDown={event => undoInPanel(event, page.id)}>
          {!damage && <FrameInspector pageId={page.id} />}
          {!damage && <PageFoot page={page} />}
        </aside>
      </Panel>
    </Group>
  )
}

/** What the newsroom does not take or cannot show, said in place; the next change tries again. */
function Refusal({ pageId }: { readonly pageId: string }) {
  const failure = usePageFailure(pageId)
  return failure ? <FailureNote failure={failure} /> : null
}

/** Says the page in the footer. */
function PageFooter({ page }: { readonly page: EditionPage }) {
  const view = usePageView(page.id)
  const faults = useFaults(page.id)
  const said = usePageSays(s => s.words)
  useEffect(() => {
    if (view) sayInFooter(pageFooter(page, view, pageChip(view, faults), faults, said))
    else hushFooter()
  }, [page, view, faults, said])
  return null
}

/** 签大样 and what is done with the page as a whole: at hand however long the lists above are. */
function PageFoot({ page }: { readonly page: EditionPage }) {
  const faults = useFaults(page.id)
  return (
    <div className="page-foot">
      <SignPanel pageId={page.id} faults={faults} />
      <PageActs page={page} />
    </div>
  )
}

function PageActs({ page }: { readonly page: EditionPage }) {
  const layout = usePage(page.id)?.layout
  if (!layout) return null
  return (
    <div className="page-acts">
      <ArrangeButton page={page} layout={layout} />
      <TemplateActs pageId={page.id} layout={layout} name={page.name} />
      <Popover
        trigger="click"
        placement="topRight"
        content={
          <div className="output-pop">
            <Output pageId={page.id} />
          </div>
        }
      >
        <Button size="small">出样</Button>
      </Popover>
    </div>
  )
}

function Output({ pageId }: { readonly pageId: string }) {
  const views = usePageViews()
  return <OutputPanel pageId={pageId} views={views} />
}

/** 按稿库排版: every story that the budget plans for the page, laid out anew. */
function ArrangeButton({ page, layout }: { readonly page: EditionPage; readonly layout: PageLayout }) {
  const rows = useNewsroom(s => s.rows)
  const texts = useStoryTexts(s => s.texts)
  const planned = useMemo(() => plannedFor(rows, page), [rows, page])
  useEffect(() => wantTexts(planned.map(row => row.id)), [planned])
  const arrange = () => {
    const stories = planned.flatMap(row => {
      const parts = texts.get(row.id)
      return parts ? [{ id: row.id, parts }] : []
    })
    const next = arrangeStories(layout.paper, page.number, stories)
    changePage(page.id, '按稿库排版', [
      ...layout.frames.map(frame => ({ op: 'remove' as const, frameId: frame.id })),
      ...next.frames.map(frame => ({ op: 'add' as const, frame, before: null })),
    ])
  }
  return (
    <Button
      size="small"
      disabled={planned.length === 0}
      title={planned.length === 0 ? '稿库里还没有稿件归到这一版' : '把稿库里归到这一版的稿件重新排一遍'}
      onClick={arrange}
    >
      按稿库排版
    </Button>
  )
}
