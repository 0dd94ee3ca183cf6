import { Button, Dropdown } from 'antd'
import { useEffect } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { offerCommands } from '../ui/room-commands'
import { fileActs } from './file-acts'
import { makeFiles, useStoryFiles } from './make-files'

/** 导出 of the stories selected in the budget. */
export function SelectedFilesMenu({ rows }: { rows: readonly BudgetRow[] }) {
  const busy = useStoryFiles(s => s.busy)
  const acts = fileActs(rows.length)
  useEffect(
    () =>
      offerCommands(
        acts.map(({ title, order }) => ({
          title: `导出选中的稿件：${title}`,
          shortcut: '',
          run: () => void makeFiles({ ...order, ids: rows.map(row => row.id) }),
        })),
      ),
    [acts, rows],
  )
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: acts.map(({ key, title }) => ({ key, label: title })),
        onClick: ({ key }) => {
          const act = acts.find(one => one.key === key)
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
