import { useState } from 'react'
import type { ImportedPage } from '../../shared/contract'
import { ChangeList, type ChangesOf } from './ChangeList'
import { StoryCard } from './StoryCard'

interface Props {
  readonly page: ImportedPage
  /** Indices of the stories that were unticked. */
  readonly left: ReadonlySet<number>
  onPage(page: ImportedPage): void
  onLeft(left: ReadonlySet<number>): void
}

/** A page's stories as they were read, each ticked to be taken, beside every change made. */
export function PageReading({ page, left, onPage, onLeft }: Props) {
  const [changesOf, setChangesOf] = useState<ChangesOf>('all')
  return (
    <div className="import-read">
      <section className="read" aria-label="读出的稿件">
        {page.strap !== null && (
          <p className="strap">
            <span>专题栏头</span> {page.strap}
          </p>
        )}
        <ul>
          {page.stories.map((story, index) => (
            <StoryCard
              key={index}
              story={story}
              index={index}
              taken={!left.has(index)}
              changes={page.changes.filter(change => change.story === index).length}
              onChanges={() => setChangesOf(index)}
              onTake={taken => {
                const next = new Set(left)
                if (taken) next.delete(index)
                else next.add(index)
                onLeft(next)
              }}
              onChange={changed =>
                onPage({
                  ...page,
                  stories: page.stories.map((one, at) => (at === index ? changed : one)),
                })
              }
            />
          ))}
        </ul>
        {page.photos.length > 0 && (
          <div className="loose">
            <h3>没有归到哪一篇的图说，收作一条图片新闻</h3>
            {page.photos.map((photo, at) => (
              <p key={at}>
                {photo.caption} <b>{photo.credit || '缺署名'}</b>
              </p>
            ))}
          </div>
        )}
        {page.leftover.length > 0 && (
          <div className="loose">
            <h3>没有收进稿里的行</h3>
            {page.leftover.map((words, at) => (
              <p key={at}>{words}</p>
            ))}
          </div>
        )}
      </section>
      <ChangeList page={page} story={changesOf} onStory={setChangesOf} />
    </div>
  )
}
