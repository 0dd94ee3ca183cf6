import { Button, Dropdown } from 'antd'
import { useEffect } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { offerCommands } from '../ui/room-commands'
import { makeFiles, useStoryFiles, type FilesOrder } from './make-files'

interface Act {
  readonly key: string
  readonly title: string
  readonly order: Omit<FilesOrder, 'ids'>
}

const zip = { encoding: 'utf-8', photos: false, oneByOne: false } as const

const acts: readonly Act[] = [
  { key: 'docx', title: 'Word（.docx）', order: { ...zip, forms: ['docx'] } },
  { key: 'text', title: '小样 txt（UTF-8）', order: { ...zip, forms: ['text'] } },
  { key: 'gbk', title: '小样 txt（GBK）', order: { ...zip, forms: ['text'], encoding: 'gbk' } },
  { key: 'all', title: 'Word、小样、图片一起', order: { ...zip, forms: ['docx', 'text'], photos: true } },
]

/** Only where there are several. */
const single: Act = {
  key: 'each',
  title: 'Word，逐篇一个文件',
  order: { ...zip, forms: ['docx'], oneByOne: true },
}

const ofSeveral = [...acts, single]

/** 导出 of the stories selected in the budget. */
export function SelectedFilesMenu({ rows }: { rows: readonly BudgetRow[] }) {
  const busy = useStoryFiles(s => s.busy)
  const isSeveral = rows.length > 1
  const offered = isSeveral ? ofSeveral : acts
  useEffect(
    () =>
      offerCommands(
        offered.map(({ title, order }) => ({
          title: `导出选中的稿件：${title}`,
          shortcut: '',
          run: () => void makeFiles({ ...order, ids: rows.map(row => row.id) }),
        })),
      ),
    [offered, rows],
  )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: offered.map(({ key, title }) => ({
          key,
          label: isSeveral && key !== single.key ? `${title}，打成一包` : title,
        })),
        onClick: ({ key }) => {
          const act = offered.find(one => one.key === key)
          if (act) void makeFiles({ ...act.order, ids: rows.map(row => row.id) })
        },
      }}
    >
      <Button size="small" aria-busy={busy}>
        {busy ? '正在导出' : '导出'}
      </Button>
    </Dropdown>
  )
}
