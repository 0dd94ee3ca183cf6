import { memo, useEffect, useRef } from 'react'
import type { CleanedStory } from '../../shared/cleaning/clean'
import type { Draft } from '../../shared/cleaning/draft'
import type { CleanPlace } from '../../shared/cleaning/kinds'
import type { InPart, TextPartName } from '../../shared/text-place/text-place'
import { SmallPicture } from './SmallPicture'

interface Props {
  readonly story: CleanedStory
  readonly draft: Draft
  readonly thumbnails: readonly (Blob | null)[]
  /** The place that is pointed at. */
  readonly place: CleanPlace | null
}

/** A part's words, with the place that is pointed at marked. */
function Words({ text, place }: { text: string; place: CleanPlace | null }) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    if (place) mark.current?.scrollIntoView({ block: 'nearest' })
  }, [place])
  if (!place) return text
  return (
    <>
      {text.slice(0, place.from)}
      <mark ref={mark}>{text.slice(place.from, place.to)}</mark>
      {text.slice(place.to)}
    </>
  )
}

interface LineProps extends InPart {
  readonly text: string
  readonly place: CleanPlace | null
}

const isOf = (place: CleanPlace | null, part: TextPartName, block: number | null) =>
  place !== null && place.part === part && place.block === block ? place : null

const Line = memo(function Line({ part, text, place }: LineProps) {
  if (text === '') return null
  if (part === 'headline')
    return (
      <h2>
        <Words text={text} place={place} />
      </h2>
    )
  return (
    <p className={part}>
      <Words text={text} place={place} />
    </p>
  )
})

/** The story that comes out, as it will stand in the editor. */
export function DraftPreview({ story, draft, thumbnails, place }: Props) {
  const { parts, pictures } = story
  const first = parts.blocks.findIndex(block => block.kind === 'paragraph')
  // The draft's picture of each block; -1 for what is none.
  const pictureAt = parts.blocks.map((block, index) =>
    block.kind === 'photo'
      ? (pictures[parts.blocks.slice(0, index).filter(before => before.kind === 'photo').length] ?? -1)
      : -1,
  )
  return (
    <article className="draft-preview" aria-label="收进来的样子">
      {(['kicker', 'headline', 'deck'] as const).map(part => (
        <Line key={part} part={part} text={parts[part]} block={null} place={isOf(place, part, null)} />
      ))}
      {parts.headline === '' && <p className="missing">没有认出主题，收进去再写</p>}
      {parts.blocks.map((block, index) => {
        if (block.kind === 'photo') {
          const picture = pictureAt[index] ?? -1
          return (
            <figure key={index}>
              <SmallPicture
                file={thumbnails[picture] ?? null}
                says={draft.pictures[picture]?.lost ?? '图还没来'}
              />
              <figcaption>
                <Line
                  part="caption"
                  text={block.caption}
                  block={index}
                  place={isOf(place, 'caption', index)}
                />
                <Line part="credit" text={block.credit} block={index} place={isOf(place, 'credit', index)} />
                {block.caption === '' && <em>缺图说</em>}
                {block.credit === '' && <em>缺摄影署名</em>}
              </figcaption>
            </figure>
          )
        }
        if (block.kind === 'paragraph' && index === first && parts.dateline !== '')
          return (
            <p key={index} className="paragraph">
              <b>
                <Words text={parts.dateline} place={isOf(place, 'dateline', null)} />
              </b>
              　<Words text={block.text} place={isOf(place, 'paragraph', index)} />
            </p>
          )
        return (
          <Line
            key={index}
            part={block.kind}
            text={block.text}
            block={index}
            place={isOf(place, block.kind, index)}
          />
        )
      })}
      <Line part="byline" text={parts.byline} block={null} place={isOf(place, 'byline', null)} />
    </article>
  )
}
