import { photoFaults } from '../../../shared/budget/photo-faults'
import { figure } from '../row-words'
import type { BudgetColumn, CellProps } from './column'

function PhotosCell({ row }: CellProps) {
  const faults = photoFaults(row)
  if (row.photos === 0) return <span className="faint">—</span>
  return (
    <>
      <span className="photo-count">{figure(row.photos)}</span>
      {faults.map(fault => (
        <em key={fault} className="tag red" title={faults.join('、')}>
          {fault}
        </em>
      ))}
    </>
  )
}

/** 配图: how many, and all that they lack. */
export const photosColumn: BudgetColumn<'photos'> = {
  key: 'photos',
  title: '配图',
  width: 136,
  isInTrash: true,
  words: row => (row.photos === 0 ? '' : [figure(row.photos), ...photoFaults(row)].join(' ')),
  Cell: PhotosCell,
  // What lacks words stands before what merely has many photos.
  order: row => (row.photosWithoutCaption + row.photosWithoutCredit) * 1000 + row.photos,
}
