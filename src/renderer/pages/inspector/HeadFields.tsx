import { Segmented } from 'antd'
import { useState } from 'react'
import type { ComposedHead } from '../../../shared/page/compose/composed'
import type { HeadStyle, StoryFrame } from '../../../shared/page/layout'
import { sizeNames, sizes, type SizeName } from '../../../shared/page/sizes'
import { ChoiceField } from './ChoiceField'
import { NumberField } from './NumberField'
import { editPage, onFrame } from './page-edit'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly head: ComposedHead | null
}

const sizeOptions = sizeNames.toReversed().map(name => ({ value: name, label: `${name} ${sizes[name]} 磅` }))

const setHead = (pageId: string, frameId: string, label: string, fields: Partial<HeadStyle>) =>
  editPage(
    pageId,
    label,
    onFrame('story', frameId, frame => ({ head: { ...frame.head, ...fields } })),
  )

/** 主题: the size that the head may have at most. */
export function HeadSizeField({ pageId, frame, name, part }: SizeProps) {
  return (
    <ChoiceField<SizeName>
      name={name}
      said={`${name}字号`}
      value={frame.head[part]}
      options={sizeOptions}
      onChange={size => setHead(pageId, frame.id, `改${name}字号`, { [part]: size })}
    />
  )
}

interface SizeProps {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly name: '主题' | '引题' | '副题'
  readonly part: 'size' | 'kickerSize' | 'deckSize'
}

/** 题位: above all columns, above the first of them, or above some in the middle. */
export function HeadPlaceField({ pageId, frame }: Omit<Props, 'head'>) {
  const { column, columnSpan } = frame.head
  const { columns } = frame
  const [picking, setPicking] = useState(false)
  const isAll = columnSpan === null && column === 0
  const isFirst = column === 0 && columnSpan !== null
  const isOther = picking || (!isAll && !isFirst)
  const span = columnSpan ?? columns - column
  const value = isOther ? 'other' : isAll ? 'all' : `first ${span}`
  const range = (least: number, most: number) => ({ least, most, unit: '栏', why: `文字分 ${columns} 栏` })
  return (
    <>
      <ChoiceField<string>
        name="题位"
        value={value}
        options={[
          { value: 'all', label: '盖文题' },
          ...Array.from({ length: Math.max(0, columns - 1) }, (_, at) => ({
            value: `first ${at + 1}`,
            label: at === 0 ? '首栏上' : `前 ${at + 1} 栏上`,
          })),
          ...(columns > 1 ? [{ value: 'other', label: '指定几栏…' }] : []),
          ...(isFirst && span >= columns ? [{ value: `first ${span}`, label: '盖文题' }] : []),
        ]}
        onChange={chosen => {
          setPicking(chosen === 'other')
          if (chosen === 'all') setHead(pageId, frame.id, '改题位', { column: 0, columnSpan: null })
          else if (chosen.startsWith('first ')) {
            setHead(pageId, frame.id, '改题位', { column: 0, columnSpan: Number(chosen.slice(6)) })
          }
        }}
      />
      {isOther && (
        <>
          <NumberField
            pageId={pageId}
            name="题起"
            change="改题位"
            value={column + 1}
            range={range(1, columns)}
            ops={(layout, from) =>
              onFrame('story', frame.id, now => {
                const first = (from ?? 1) - 1
                const wide = now.head.columnSpan ?? now.columns - now.head.column
                return {
                  head: {
                    ...now.head,
                    column: first,
                    columnSpan: Math.max(1, Math.min(wide, now.columns - first)),
                  },
                }
              })(layout)
            }
          />
          <NumberField
            pageId={pageId}
            name="题宽"
            change="改题位"
            value={span}
            range={range(1, columns - column)}
            ops={(layout, wide) =>
              onFrame('story', frame.id, now => ({ head: { ...now.head, columnSpan: wide ?? 1 } }))(layout)
            }
          />
        </>
      )}
    </>
  )
}

/** What else a headline has: its direction, kicker and deck, where its lines stand, how many, and white. */
export function HeadFields({ pageId, frame, head }: Props) {
  const style = frame.head
  const isVertical = style.direction === 'vertical'
  return (
    <div className="fields">
      <div className="field-row">
        <Segmented<HeadStyle['direction']>
          size="small"
          aria-label="题的走向"
          value={style.direction}
          options={[
            { value: 'horizontal', label: '横题' },
            { value: 'vertical', label: '竖题' },
          ]}
          onChange={direction =>
            setHead(pageId, frame.id, direction === 'vertical' ? '改竖题' : '改横题', { direction })
          }
        />
        <Segmented<HeadStyle['align']>
          size="small"
          aria-label="题的对齐"
          value={style.align}
          options={[
            { value: 'centre', label: '居中' },
            { value: 'left', label: isVertical ? '齐头' : '齐左' },
          ]}
          onChange={align => setHead(pageId, frame.id, '改题的对齐', { align })}
        />
      </div>
      <HeadSizeField pageId={pageId} frame={frame} name="引题" part="kickerSize" />
      <HeadSizeField pageId={pageId} frame={frame} name="副题" part="deckSize" />
      <ChoiceField<number>
        name="题行"
        said="主题行数"
        value={style.lines ?? 0}
        options={[
          { value: 0, label: '自动' },
          ...[1, 2, 3, 4].map(lines => ({ value: lines, label: `${lines} 行` })),
        ]}
        onChange={lines => setHead(pageId, frame.id, '改主题行数', { lines: lines === 0 ? null : lines })}
      />
      <NumberField
        pageId={pageId}
        name="题空"
        change="改题空"
        value={style.space}
        range={{ least: 0, most: 6, unit: '行' }}
        ops={(layout, space) =>
          onFrame('story', frame.id, now => ({ head: { ...now.head, space: space ?? 0 } }))(layout)
        }
      />
      {isVertical && (
        <NumberField
          pageId={pageId}
          name="题高"
          change="改题高"
          value={style.rows}
          empty="自动"
          range={{
            least: 2,
            most: Math.max(2, frame.rowSpan),
            unit: '行',
            why: `文框高 ${frame.rowSpan} 行`,
          }}
          ops={(layout, rows) => onFrame('story', frame.id, now => ({ head: { ...now.head, rows } }))(layout)}
        />
      )}
      {head && head.size !== head.wished && (
        <p className="field-note amber">
          {head.wished} 排不下，降到了 {head.size}。题宽些、分行多些，或字号小些。
        </p>
      )}
    </div>
  )
}
