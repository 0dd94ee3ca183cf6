import { Select } from 'antd'
import { useMemo } from 'react'
import type { ComposedFrame } from '../../../shared/page/compose/composed'
import type { InsetQuote, StoryFrame } from '../../../shared/page/layout'
import { setFields } from '../../../shared/page/edit/frame-fields'
import type { StoryParts } from '../../../shared/story/parts'
import { NumberField } from './NumberField'
import { editPage, onFrame, type PageEdit } from './page-edit'
import { sentencesOf } from './sentences'
import { TextField } from './TextField'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly parts: StoryParts | undefined
  readonly composed: ComposedFrame | undefined
}

const most = 8

/** 提引: sentences lifted out of the text, chosen from the story itself. */
export function QuoteFields({ pageId, frame, parts, composed }: Props) {
  const sentences = useMemo(() => (parts ? sentencesOf(parts) : []), [parts])
  const lifted = new Set(frame.quotes.map(quote => quote.text))
  const add = (text: string) => {
    const column = composed?.columns[0]
    const bodyRows =
      column && composed.rect
        ? Math.round(column.height / (composed.rect.height / frame.rowSpan))
        : frame.rowSpan
    const rowSpan = rowsFor(text)
    const quote: InsetQuote = {
      text,
      column: Math.floor((frame.columns - 1) / 2),
      columnSpan: 1,
      row: Math.max(0, Math.round((bodyRows - rowSpan) / 2)),
      rowSpan,
    }
    editPage(
      pageId,
      '加提引',
      onFrame('story', frame.id, now => ({ quotes: [...now.quotes, quote] })),
    )
  }
  return (
    <>
      {frame.quotes.map((quote, at) => (
        <QuoteRow key={at} pageId={pageId} frame={frame} quote={quote} at={at} />
      ))}
      <Select<string>
        size="small"
        className="wide-field"
        aria-label="提引哪一句"
        placeholder="从文中提一句…"
        value={null}
        showSearch
        disabled={frame.quotes.length >= most || sentences.length === 0}
        options={sentences.filter(text => !lifted.has(text)).map(text => ({ value: text, label: text }))}
        onChange={add}
      />
    </>
  )
}

/** Lines that a sentence takes in a narrow column, its rules included: about eight large characters a row. */
const rowsFor = (text: string): number => Math.max(4, Math.ceil([...text].length / 7) * 2 + 2)

function QuoteRow({
  pageId,
  frame,
  quote,
  at,
}: Pick<Props, 'pageId' | 'frame'> & { quote: InsetQuote; at: number }) {
  const set =
    (fields: Partial<InsetQuote>): PageEdit =>
    layout => {
      const now = layout.frames.find(one => one.id === frame.id)
      const own = now?.kind === 'story' ? now.quotes[at] : undefined
      return now?.kind === 'story' && own
        ? setFields(now, { quotes: now.quotes.with(at, { ...own, ...fields }) })
        : []
    }
  const shared = { pageId, change: '改提引位置' }
  const columns = `文字分 ${frame.columns} 栏`
  return (
    <fieldset className="fields sub-fields" aria-label={`提引 ${at + 1}`}>
      <div className="field-row spread">
        <span>提引 {at + 1}</span>
        <button
          type="button"
          className="plain"
          aria-label={`去掉提引 ${at + 1}`}
          onClick={() =>
            editPage(
              pageId,
              '去掉提引',
              onFrame('story', frame.id, now => ({ quotes: now.quotes.toSpliced(at, 1) })),
            )
          }
        >
          去掉
        </button>
      </div>
      <TextField
        name="文字"
        value={quote.text}
        most={200}
        isLong
        onSet={text => text !== '' && editPage(pageId, '改提引', set({ text }))}
      />
      <NumberField
        {...shared}
        name="起栏"
        value={quote.column + 1}
        range={{
          least: 1,
          most: Math.max(1, frame.columns - quote.columnSpan + 1),
          unit: '栏',
          why: columns,
        }}
        ops={(layout, value) => set({ column: (value ?? 1) - 1 })(layout)}
      />
      <NumberField
        {...shared}
        name="占栏"
        value={quote.columnSpan}
        range={{ least: 1, most: Math.max(1, frame.columns - quote.column), unit: '栏', why: columns }}
        ops={(layout, value) => set({ columnSpan: value ?? 1 })(layout)}
      />
      <NumberField
        {...shared}
        name="起行"
        value={quote.row + 1}
        range={{
          least: 1,
          most: Math.max(1, frame.rowSpan - quote.rowSpan + 1),
          unit: '行',
          why: '从题下数起',
        }}
        ops={(layout, value) => set({ row: (value ?? 1) - 1 })(layout)}
      />
      <NumberField
        {...shared}
        name="行数"
        value={quote.rowSpan}
        range={{ least: 2, most: frame.rowSpan, unit: '行' }}
        ops={(layout, value) => set({ rowSpan: value ?? 2 })(layout)}
      />
    </fieldset>
  )
}
