import { memo, useMemo } from 'react'
import type { EditionPage } from '../../shared/contract'
import type { PageView } from '../../shared/page/view/page-view'
import { pageNumberName } from '../newsroom/edition-name'
import { openPage, useNewsroom } from '../newsroom/newsroom'
import { PaintingCanvas } from '../paint/PaintingCanvas'
import { openReference } from '../newsroom/reference-tab'
import { useDamage, usePages } from '../newsroom/page-store'
import { useSignatures } from '../newsroom/signatures'
import { useFaults } from './faults/page-faults'
import { damagedChip, pageChip, pageProgress } from './page-chip'
import { usePageViews } from './page-views'
import { waitingStories } from '../../shared/budget/waiting-stories'

const thumbnailWidth = 96

interface Props {
  readonly pages: readonly EditionPage[]
  readonly current: string | null
}

/** The edition's pages as they come out, each with how far it is. */
export function Thumbnails({ pages, current }: Props) {
  const views = usePageViews()
  const rows = useNewsroom(s => s.rows)
  const states = usePages(s => s.pages)
  const waiting = useMemo(() => {
    const layouts = [...states.values()].map(one => one.layout)
    return new Map(pages.map(page => [page.id, waitingStories(rows, page, layouts).planned.length]))
  }, [rows, pages, states])
  return (
    <div className="thumbnails">
      <nav aria-label="各版">
        {pages.map(page => (
          <Thumbnail
            key={page.id}
            page={page}
            view={views.get(page.id)}
            waiting={waiting.get(page.id) ?? 0}
            isCurrent={page.id === current}
          />
        ))}
      </nav>
      <button
        type="button"
        className="add-page"
        title="加版、改版名和责编"
        aria-label="加版"
        onClick={() => openReference('editions')}
      >
        ＋
      </button>
    </div>
  )
}

const Thumbnail = memo(function Thumbnail({
  page,
  view,
  waiting,
  isCurrent,
}: {
  readonly page: EditionPage
  readonly view: PageView | undefined
  /** Stories planned for it that stand nowhere. */
  readonly waiting: number
  readonly isCurrent: boolean
}) {
  const faults = useFaults(page.id)
  const signature = useSignatures().get(page.id)
  const damage = useDamage(page.id)
  const chip = damage ? damagedChip(damage) : pageChip(view, faults, signature)
  const progress = pageProgress(view, waiting, signature)
  const shown = view?.composed.painting
  const name = pageNumberName(page.number)
  return (
    <button
      type="button"
      className={isCurrent ? 'on' : ''}
      aria-current={isCurrent ? 'page' : undefined}
      title={[chip.title, ...progress.slice(1)].join('，')}
      onClick={() => openPage(page.id)}
    >
      {shown ? (
        <PaintingCanvas
          painting={shown}
          scale={thumbnailWidth / shown.width}
          label={`${name}缩样`}
          className="page-sheet"
        />
      ) : (
        <span className="page-sheet waiting" />
      )}
      <span className="thumbnail-name">
        <span>
          {name} {page.name}
        </span>
        <i className={`tag ${chip.tone}`}>{chip.words}</i>
      </span>
      <span className="thumbnail-progress quiet">
        {progress.map(words => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </button>
  )
})
