import { useDeferredValue, useMemo, useState } from 'react'
import { clean, type ListedChange } from '../../shared/cleaning/clean'
import type { Draft } from '../../shared/cleaning/draft'
import type { CleanPlace } from '../../shared/cleaning/kinds'
import { fieldsOf } from '../../shared/budget/story-fields'
import { CleanList, RevertAll } from './CleanList'
import { CleanQuestions } from './CleanQuestions'
import type { Decision, Decisions } from './draft-decisions'
import { DraftPreview } from './DraftPreview'
import { SmallPicture } from './SmallPicture'

interface Props {
  readonly draft: Draft
  readonly thumbnails: readonly (Blob | null)[]
  readonly decisions: Decisions
  onDecide(decision: Decision): void
}

/** One submission: the story that comes out, beside the 清洗单 of what was done to it. */
export function DraftSheet({ draft, thumbnails, decisions, onDecide }: Props) {
  // A long story is cleaned anew at every decision: the button that was pressed need not wait for it.
  const settled = useDeferredValue(decisions)
  const story = useMemo(() => clean(draft, settled), [draft, settled])
  const [shown, setShown] = useState<string | null>(null)
  const place = useMemo(
    (): CleanPlace | null => story.changes.find(change => change.key === shown)?.where ?? null,
    [story, shown],
  )
  const { characters } = useMemo(() => fieldsOf(story.parts, 0), [story])
  const made = story.changes.filter(change => change.isMade).length
  const lost = draft.pictures.flatMap(({ lost: why }, index) => (why === null ? [] : [{ why, index }]))
  const onShow = (change: ListedChange) => setShown(change.key)
  return (
    <div className="import-read">
      <section className="read" aria-label="读出的稿件">
        <p className="draft-facts">
          <b>{characters}</b> 字 · {story.parts.blocks.filter(block => block.kind !== 'photo').length} 段
          {story.photos.all > 0 && (
            <>
              {' · '}
              <span className={lost.length > 0 ? 'some-lost' : undefined}>
                共 {story.photos.all} 图，取 {story.photos.taken} 图
              </span>
            </>
          )}
        </p>
        {story.photos.all > 0 && (
          <ul className="draft-pictures" aria-label="图片">
            {draft.pictures.map((picture, index) => (
              <li key={index}>
                <SmallPicture file={thumbnails[index] ?? null} says={picture.lost ?? ''} />
                {picture.width > 0 && (
                  <small>
                    {picture.width}×{picture.height}
                  </small>
                )}
              </li>
            ))}
          </ul>
        )}
        <DraftPreview story={story} draft={draft} thumbnails={thumbnails} place={place} />
      </section>
      <section className="changes" aria-label="清洗单">
        <header>
          <h3>
            清洗单 · 改 {made} 处
            {made < story.changes.length && <small>还原 {story.changes.length - made} 处</small>}
          </h3>
          <RevertAll changes={story.changes} onDecide={onDecide} />
        </header>
        <div className="changes-scroll">
          <CleanQuestions questions={story.questions} onDecide={onDecide} />
          <CleanList changes={story.changes} shownKey={shown} onShow={onShow} onDecide={onDecide} />
        </div>
      </section>
    </div>
  )
}
