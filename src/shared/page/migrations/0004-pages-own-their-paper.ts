import type { PageMigration, Stored } from './migration'

/** A page has its own copy of its paper, where it named a preset; and it can keep faults on purpose. */
export const pagesOwnTheirPaper: PageMigration = {
  format: 4,
  layout: layout => {
    const { paperId, ...rest } = layout
    return { ignored: [], paper: presets.find(({ id }) => id === paperId), ...rest }
  },
}

const furniture = { weekday: true, editionNumber: true, credits: true, footRule: false }
const both = { gutter: 1, folioLines: 3, furniture, leastPpi: 170 }
const tabloid = { ...both, width: 275, height: 390, mastheadLines: 9, top: 20, captionSize: '六号' }
const broadsheet = { ...both, width: 390, height: 550, mastheadLines: 11, top: 29, leadSize: '特号' }
const broadsheetHeads = ['小二', '一号', '三十磅', '小初', '小初', '初号', '初号', '初号']

/** The presets of that day. */
const presets: readonly Stored[] = [
  {
    ...tabloid,
    id: 'tabloid-6x11',
    name: '四开 6 栏 × 11 字',
    columns: 6,
    measure: 11,
    bodySize: 9.75,
    pitch: 13,
    lines: 76,
    headlineSizes: ['小二', '一号', '一号', '三十磅', '三十磅', '小初'],
    leadSize: '初号',
  },
  {
    ...tabloid,
    id: 'tabloid-7x10',
    name: '四开 7 栏 × 10 字',
    columns: 7,
    measure: 10,
    bodySize: 9,
    pitch: 12,
    lines: 82,
    headlineSizes: ['三号', '二号', '小一', '一号', '三十磅', '小初', '小初'],
    leadSize: '小初',
  },
  {
    ...broadsheet,
    id: 'broadsheet-8x11',
    name: '对开 8 栏 × 11 字',
    columns: 8,
    measure: 11,
    bodySize: 10.5,
    pitch: 14,
    lines: 99,
    captionSize: '小五',
    headlineSizes: broadsheetHeads,
  },
  {
    ...broadsheet,
    id: 'broadsheet-8x13',
    name: '对开 8 栏 × 13 字',
    columns: 8,
    measure: 13,
    bodySize: 9,
    pitch: 12,
    lines: 115,
    captionSize: '六号',
    headlineSizes: broadsheetHeads,
  },
]
