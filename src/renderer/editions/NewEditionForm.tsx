import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { Edition, NewPage, PageTemplate } from '../../shared/contract'
import type { Paper } from '../../shared/page/paper'
import { pageNumberName } from '../newsroom/edition-name'
import { DayInput } from './DayInput'

export interface EditionDraft {
  readonly date: string
  readonly number: number
  readonly pages: readonly (NewPage & { readonly key: string })[]
}

interface Props {
  readonly draft: EditionDraft
  readonly papers: readonly Paper[]
  readonly templates: readonly PageTemplate[]
  readonly editions: readonly Edition[]
  readonly busy: boolean
  onChange(draft: EditionDraft): void
  onSave(): void
  onCancel(): void
}

let keys = 0
/** A key for a row that has no id yet. */
export const rowKey = (): string => `row-${++keys}`

/** 新出一期: date, number and pages, each on its paper, empty or from a template. */
export function NewEditionForm({
  draft,
  papers,
  templates,
  editions,
  busy,
  onChange,
  onSave,
  onCancel,
}: Props) {
  const [touched, setTouched] = useState(false)
  const dateTaken = editions.some(edition => edition.date === draft.date)
  const numberTaken = editions.some(edition => edition.number === draft.number)
  const problem = dateTaken
    ? '这一天已经有一期了，换个日期。'
    : numberTaken
      ? `第${draft.number}期已经有了，换个期号。`
      : draft.date === ''
        ? '日期要写成 2026-11-25 这样。'
        : null
  const change = (at: number, page: Partial<NewPage>) =>
    onChange({ ...draft, pages: draft.pages.map((one, n) => (n === at ? { ...one, ...page } : one)) })
  const papersOf = papers.map(paper => ({ value: paper.id, label: paper.name }))
  return (
    <form
      className="edition-form"
      aria-label="新出一期"
      onSubmit={event => {
        event.preventDefault()
        setTouched(true)
        if (!problem && draft.pages.length > 0) onSave()
      }}
    >
      <div className="edition-form-head">
        <label>
          日期
          <DayInput value={draft.date} onChange={date => onChange({ ...draft, date })} />
        </label>
        <label>
          总期号
          <InputNumber
            min={1}
            max={1_000_000}
            precision={0}
            value={draft.number}
            onChange={number => number !== null && onChange({ ...draft, number })}
          />
        </label>
        {(touched || dateTaken || numberTaken) && problem && (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
      </div>
      <ul>
        {draft.pages.map((page, at) => (
          <li key={page.key}>
            <b>{pageNumberName(at + 1)}</b>
            <Input
              aria-label={`${pageNumberName(at + 1)}版名`}
              placeholder="版名，如 要闻"
              maxLength={20}
              value={page.name}
              onChange={event => change(at, { name: event.target.value })}
            />
            <Select
              aria-label={`${pageNumberName(at + 1)}规格`}
              value={page.paperId}
              options={papersOf}
              disabled={page.templateId !== null}
              onChange={paperId => change(at, { paperId })}
            />
            <Select
              aria-label={`${pageNumberName(at + 1)}版式`}
              value={page.templateId ?? ''}
              options={[
                { value: '', label: '空版' },
                ...templates.map(template => ({ value: template.id, label: `版式：${template.name}` })),
              ]}
              onChange={templateId => {
                const template = templates.find(one => one.id === templateId)
                // A template brings its own paper along.
                change(at, {
                  templateId: templateId || null,
                  ...(template && papers.some(paper => paper.id === template.layout.paper.id)
                    ? { paperId: template.layout.paper.id }
                    : {}),
                })
              }}
            />
            <Button
              type="text"
              size="small"
              aria-label={`去掉${pageNumberName(at + 1)}`}
              disabled={draft.pages.length === 1}
              onClick={() => onChange({ ...draft, pages: draft.pages.filter((_, n) => n !== at) })}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <div className="edition-form-foot">
        <Button
          disabled={draft.pages.length >= 64}
          onClick={() => {
            const last = draft.pages.at(-1)
            const paperId = last?.paperId ?? papers[0]?.id ?? ''
            onChange({
              ...draft,
              pages: [...draft.pages, { key: rowKey(), name: '', paperId, templateId: null }],
            })
          }}
        >
          加一版
        </Button>
        <span className="space" />
        <Button onClick={onCancel}>不出了</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={problem !== null}>
          出这一期（{draft.pages.length} 版）
        </Button>
      </div>
    </form>
  )
}
