import { Button, Dropdown } from 'antd'
import { useEffect } from 'react'
import type { StoryParts } from '../../shared/story/parts'
import { offerCommands } from '../ui/room-commands'
import { useStoryTexts } from '../newsroom/story-texts'
import { copyCleanText, copyForWechat } from './copy-story'
import { clearFilesNote, makeFiles, oneFile, useStoryFiles } from './make-files'

interface Act {
  readonly key: string
  readonly title: string
  readonly shortcut: string
  run(storyId: string, parts: StoryParts): void
}

const acts: readonly Act[] = [
  {
    key: 'docx',
    title: '导出 Word（.docx）',
    shortcut: 'Ctrl Alt W',
    run: id => void makeFiles(oneFile(id, 'docx')),
  },
  {
    key: 'utf-8',
    title: '导出小样 txt（UTF-8）',
    shortcut: '',
    run: id => void makeFiles(oneFile(id, 'text')),
  },
  {
    key: 'gbk',
    title: '导出小样 txt（GBK）',
    shortcut: '',
    run: id => void makeFiles(oneFile(id, 'text', 'gbk')),
  },
  {
    key: 'all',
    title: '导出一包：Word、小样、图片',
    shortcut: '',
    run: id =>
      void makeFiles({
        ids: [id],
        forms: ['docx', 'text'],
        encoding: 'utf-8',
        photos: true,
        oneByOne: false,
      }),
  },
  { key: 'text', title: '复制纯文字', shortcut: 'Ctrl Alt C', run: (_, parts) => copyCleanText(parts) },
  { key: 'wechat', title: '复制到公众号', shortcut: '', run: (_, parts) => copyForWechat(parts) },
]

/** Where the export ends and the copying begins in the menu. */
const firstCopy = acts.findIndex(act => act.key === 'text')

function run(storyId: string, act: Act): void {
  const parts = useStoryTexts.getState().texts.get(storyId)
  if (parts) act.run(storyId, parts)
}

/** 导出 of the open story: files, and what other programs take from the clipboard. */
export function StoryFilesMenu({ storyId }: { storyId: string }) {
  const busy = useStoryFiles(s => s.busy)
  useEffect(() => {
    const keys = new Map([
      ['KeyW', acts.find(act => act.key === 'docx')],
      ['KeyC', acts.find(act => act.key === 'text')],
    ])
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.shiftKey) return
      const act = keys.get(event.code)
      if (!act) return
      event.preventDefault()
      run(storyId, act)
    }
    window.addEventListener('keydown', onKey)
    const withdraw = offerCommands(
      acts.map(act => ({ title: act.title, shortcut: act.shortcut, run: () => run(storyId, act) })),
    )
    return () => {
      window.removeEventListener('keydown', onKey)
      withdraw()
      clearFilesNote()
    }
  }, [storyId])
  const item = (act: Act) => ({ key: act.key, label: act.title, extra: act.shortcut })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...acts.slice(0, firstCopy).map(item),
          { type: 'divider' },
          ...acts.slice(firstCopy).map(item),
        ],
        onClick: ({ key }) => {
          const act = acts.find(one => one.key === key)
          if (act) run(storyId, act)
        },
      }}
    >
      <Button type="text" size="small" aria-busy={busy}>
        {busy ? '正在导出' : '导出'}
      </Button>
    </Dropdown>
  )
}
