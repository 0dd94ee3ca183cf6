import { useMemo } from 'react'
import type { Paper } from '../../shared/page/paper'
import { allBlockColumns, em } from '../../shared/typeset'

const han = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const ordinal = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 三长栏, 四分三: what the trade calls a block over `spans` base columns set in `columns`. */
export function blockName(spans: number, columns: number): string {
  if (columns === 1) return spans === 1 ? '基本栏' : `${han[spans] ?? spans}长栏`
  if (columns === spans) return `${ordinal[spans] ?? spans}栏照基本栏`
  return `${ordinal[spans] ?? spans}分${ordinal[columns] ?? columns}`
}

/** 破栏: which shapes give whole characters on this paper, and what the others would have to do. */
export function BaseColumnTable({ paper }: { paper: Paper }) {
  const rows = useMemo(() => {
    const base = { measure: em(paper.measure), gutter: em(paper.gutter) }
    return allBlockColumns(base, paper.columns).filter(way => way.columns !== way.spans || way.spans === 1)
  }, [paper.measure, paper.gutter, paper.columns])
  const characters = (milliem: number) => String(Math.round(milliem / 10) / 100)
  return (
    <table className="base-column-table">
      <caption>破栏：几栏改排几栏，每行多少字</caption>
      <thead>
        <tr>
          <th scope="col">栏</th>
          <th scope="col">占栏</th>
          <th scope="col">分栏</th>
          <th scope="col">总宽</th>
          <th scope="col">每行</th>
          <th scope="col">整字排法</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(way => (
          <tr key={`${way.spans}/${way.columns}`} className={way.isWhole ? 'whole' : ''}>
            <th scope="row">{blockName(way.spans, way.columns)}</th>
            <td>{way.spans}</td>
            <td>{way.columns}</td>
            <td>{characters(way.width)} 字</td>
            <td>{characters(way.measure)} 字</td>
            <td>
              {way.isWhole ? (
                <span className="tag green">整字</span>
              ) : way.columns === 1 ? (
                <span className="tag amber">半字</span>
              ) : (
                `${characters(way.wholeMeasure)} 字，栏距 ${characters(way.gutter)}`
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
