import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { AdFrame } from '../../../shared/page/layout'
import type { Paper } from '../../../shared/page/paper'
import { useAttempt } from '../../newsroom/attempt'
import { client } from '../../newsroom/client'
import { FailureNote } from '../../ui/FailureNote'
import { unsentUntil } from '../../newsroom/unsent'
import { OriginFields, RowsField, SpanField } from './PlaceFields'
import { editPage, onFrame } from './page-edit'
import { TextField } from './TextField'

interface Props {
  readonly pageId: string
  readonly frame: AdFrame
  readonly paper: Paper
}

/** 广告: its place, who placed it, the mark that the law asks for, and the picture or PDF that came. */
export function AdForm({ pageId, frame, paper }: Props) {
  const own = { pageId, frame, paper }
  const file = useRef<HTMLInputElement>(null)
  const [note, setNote] = useState('')
  const { busy, failure, attempt, dismiss } = useAttempt<'place'>()
  const set = (label: string, fields: Partial<Pick<AdFrame, 'client' | 'label' | 'image'>>) =>
    editPage(
      pageId,
      label,
      onFrame('ad', frame.id, () => fields),
    )
  const place = (chosen: File) =>
    attempt('place', async () => {
      setNote('')
      const { image, pages } = await unsentUntil(client.photos.addPlaced({ file: chosen }))
      set('放广告', { image })
      if (pages > 1) setNote(`这个 PDF 有 ${pages} 页，放上的是第一页。`)
    })
  return (
    <>
      <div className="fields">
        <TextField
          name="客户"
          value={frame.client}
          most={60}
          placeholder="谁的广告"
          onSet={words => set('改广告客户', { client: words })}
        />
        <TextField
          name="标记"
          value={frame.label}
          most={8}
          placeholder="广告"
          onSet={label => set('改广告标记', { label })}
        />
        <SpanField {...own} />
        <RowsField {...own} />
        <OriginFields {...own} />
      </div>
      <div className="field-row spread">
        {frame.image === null ? (
          <span className="quiet">还没有图</span>
        ) : (
          <button type="button" className="plain" onClick={() => set('撤广告图', { image: null })}>
            撤下图
          </button>
        )}
        <Button size="small" loading={busy === 'place'} onClick={() => file.current?.click()}>
          {frame.image === null ? '放图或 PDF' : '换图或 PDF'}
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        accept="image/jpeg,image/png,image/tiff,image/webp,image/gif,image/avif,application/pdf"
        hidden
        aria-label="选广告文件"
        onChange={event => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) void place(chosen)
        }}
      />
      {note !== '' && <p className="field-note amber">{note}</p>}
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
    </>
  )
}
