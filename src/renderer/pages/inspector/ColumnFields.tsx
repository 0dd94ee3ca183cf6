import type { StoryFrame } from '../../../shared/page/layout'
import type { Paper } from '../../../shared/page/paper'
import { columnOptions } from '../../../shared/page/edit/column-names'
import { columnFields } from '../../../shared/page/edit/frame-fields'
import { ChoiceField } from './ChoiceField'

import { NumberField } from './NumberField'
import { writeNumber } from './number-input'
import { editPage, onFrame } from './page-edit'

interface Props {
  readonly pageId: string
  readonly frame: StoryFrame
  readonly paper: Paper
}

/** 分栏: the columns that the text is set in; those that cut characters stand last, with a mark. */
export function ColumnsField({ pageId, frame, paper }: Props) {
  const options = columnOptions(paper, frame)
  const known = options.some(option => option.columns === frame.columns)
  return (
    <ChoiceField
      name="分栏"
      value={frame.columns}
      options={[
        ...options.map(({ columns, measure, name, isWhole }) => ({
          value: columns,
          label: `${columns}（${name}）${isWhole ? '' : `⚠ ${writeNumber(measure)} 字`}`,
        })),
        ...(known ? [] : [{ value: frame.columns, label: `${frame.columns} ⚠` }]),
      ]}
      onChange={columns =>
        editPage(
          pageId,
          '改分栏',
          onFrame('story', frame.id, now => columnFields(now, columns)),
        )
      }
    />
  )
}

/** 每行: characters across a column. Only whole ones can be asked for; each belongs to a number of columns. */
export function MeasureField({ pageId, frame, paper }: Props) {
  const options = columnOptions(paper, frame)
  const whole = options.filter(option => option.isWhole)
  const allowed = whole.map(option => option.measure).sort((a, b) => a - b)
  const own = options.find(option => option.columns === frame.columns)
  return (
    <NumberField
      pageId={pageId}
      name="每行"
      change="改分栏"
      value={own?.measure ?? null}
      range={{ least: allowed[0] ?? 1, most: allowed.at(-1) ?? 1, unit: '字', allowed }}
      ops={(layout, value) => {
        const columns = whole.find(option => option.measure === value)?.columns
        return columns === undefined
          ? []
          : onFrame('story', frame.id, now => columnFields(now, columns))(layout)
      }}
    />
  )
}
