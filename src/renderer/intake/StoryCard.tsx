import { Checkbox, Input } from 'antd'
import type { ImportedStory } from '../../shared/contract'
import { countCharacters } from '../../shared/budget/story-fields'

const countOf = (story: ImportedStory) =>
  [
    story.dateline ?? '',
    ...story.paragraphs,
    ...story.crossheads.map(one => one.text),
    story.byline ?? '',
  ].reduce((sum, text) => sum + countCharacters(text), 0)

interface CardProps {
  readonly story: ImportedStory
  readonly index: number
  readonly taken: boolean
  /** Changes that intake made in this story. */
  readonly changes: number
  onTake(taken: boolean): void
  /** Shows them. */
  onChanges(): void
  onChange(story: ImportedStory): void
}

/** A story as it was read: ticked to be taken, its headline open to correction. */
export function StoryCard({ story, index, taken, changes, onTake, onChanges, onChange }: CardProps) {
  const line = (name: 'kicker' | 'headline' | 'deck', label: string) => (
    <label className={`card-line ${name}`}>
      <span>{label}</span>
      <Input
        variant="borderless"
        aria-label={`第 ${index + 1} 篇${label}`}
        placeholder="（无）"
        value={story[name] ?? ''}
        onChange={event => onChange({ ...story, [name]: event.target.value || null })}
      />
    </label>
  )
  return (
    <li className={taken ? 'card' : 'card out'}>
      <header>
        <Checkbox checked={taken} onChange={event => onTake(event.target.checked)}>
          第 {index + 1} 篇
        </Checkbox>
        <span>
          {countOf(story)} 字 · {story.paragraphs.length} 段
          {story.photos.length > 0 ? ` · ${story.photos.length} 图` : ''}
          {changes > 0 && (
            <button type="button" className="plain" onClick={onChanges}>
              改了 {changes} 处
            </button>
          )}
        </span>
      </header>
      {line('kicker', '引题')}
      {line('headline', '主题')}
      {line('deck', '副题')}
      <p className="card-body" title={story.paragraphs.join('\n')}>
        {story.dateline && <b>{story.dateline}　</b>}
        {story.paragraphs[0]}
      </p>
      <p className="card-facts">
        署名 {story.byline ?? '（无）'}
        {story.photos.map((photo, at) => (
          <span key={at}>
            图：{photo.caption || '（缺图说）'} {photo.credit || <em>缺署名</em>}
          </span>
        ))}
      </p>
    </li>
  )
}
