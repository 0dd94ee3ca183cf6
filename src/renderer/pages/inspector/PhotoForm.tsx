import { Button } from 'antd'
import { useRef } from 'react'
import { photosOf } from '../../../shared/page/compose/photo'
import type { PhotoFrame, PhotoSource } from '../../../shared/page/layout'
import type { PageView } from '../../../shared/page/view/page-view'
import { useAttempt } from '../../newsroom/attempt'
import { takePhoto } from '../../newsroom/take-photo'
import { FailureNote } from '../../ui/FailureNote'
import { ChoiceField } from './ChoiceField'
import { Drawers } from './Drawers'
import { EdgeFields } from './EdgeFields'
import { OriginFields, RowsField, SpanField } from './PlaceFields'
import { PhotoFields } from './PhotoFields'
import { editPage, onFrame } from './page-edit'
import { TextField } from './TextField'

interface Props {
  readonly pageId: string
  readonly frame: PhotoFrame
  readonly view: PageView
}

const keyOf = (source: PhotoSource) =>
  source.kind === 'loose' ? 'loose' : `${source.storyId} ${source.photo}`

/** 图片: its place, whose it is, how it is shown; a photo of its own has its words here. */
export function PhotoForm({ pageId, frame, view }: Props) {
  const own = { pageId, frame, paper: view.layout.paper }
  const file = useRef<HTMLInputElement>(null)
  const { busy, failure, attempt, dismiss } = useAttempt<'photo'>()
  const composed = view.composed.frames.get(frame.id)?.photos[0]
  const storyPhotos = [...view.stories].flatMap(([storyId, parts]) =>
    photosOf(parts).map(({ photo }, at): { source: PhotoSource; label: string } => ({
      source: { kind: 'story', storyId, photo: at },
      label: `${parts.headline || '无题'}：${photo.caption || `图 ${at + 1}`}`,
    })),
  )
  const loose = frame.source.kind === 'loose' ? frame.source.photo : null
  const setSource = (label: string, source: PhotoSource) =>
    editPage(
      pageId,
      label,
      onFrame('photo', frame.id, () => ({ source })),
    )
  const options = [
    { value: 'loose', label: '单独的图片' },
    ...storyPhotos.map(({ source, label }) => ({ value: keyOf(source), label })),
  ]
  const isKnown = options.some(option => option.value === keyOf(frame.source))
  const take = (chosen: File) =>
    attempt('photo', async () => {
      const { facts, ...taken } = await takePhoto(chosen)
      // What its file says fills what is empty.
      const caption = loose?.caption || facts.caption
      const credit = loose?.credit || facts.credit
      setSource('换图片', {
        kind: 'loose',
        photo: { ...taken, caption, credit },
      })
    })
  return (
    <>
      <div className="fields">
        <SpanField {...own} />
        <RowsField {...own} />
        <OriginFields {...own} />
        <div className="field-row spread">
          <ChoiceField<string>
            name="来源"
            value={keyOf(frame.source)}
            options={
              isKnown ? options : [...options, { value: keyOf(frame.source), label: '别版稿件的图片' }]
            }
            onChange={key => {
              const found = storyPhotos.find(one => keyOf(one.source) === key)
              if (found) setSource('换图片', found.source)
              else if (key === 'loose' && composed) {
                // It keeps the picture and its words, and is no story's any more.
                setSource('改为单独的图片', { kind: 'loose', photo: { ...composed.photo } })
              }
            }}
          />
          <Button size="small" loading={busy === 'photo'} onClick={() => file.current?.click()}>
            换照片
          </Button>
        </div>
        {loose && (
          <>
            <TextField
              name="说明"
              value={loose.caption}
              most={400}
              isLong
              onSet={caption => setSource('改图说', { kind: 'loose', photo: { ...loose, caption } })}
            />
            <TextField
              name="署名"
              value={loose.credit}
              most={60}
              placeholder="江　南　摄"
              onSet={credit => setSource('改摄影署名', { kind: 'loose', photo: { ...loose, credit } })}
            />
          </>
        )}
        <PhotoFields
          pageId={pageId}
          paper={view.layout.paper}
          shown={frame}
          composed={composed}
          edit={fields => onFrame('photo', frame.id, () => fields)}
        />
      </div>
      <input
        ref={file}
        type="file"
        accept="image/jpeg,image/png,image/tiff,image/webp,image/gif,image/avif"
        hidden
        aria-label="选照片"
        onChange={event => {
          const chosen = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (chosen) void take(chosen)
        }}
      />
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      <Drawers
        drawers={[{ name: 'edges', title: '线', content: <EdgeFields pageId={pageId} frame={frame} /> }]}
      />
    </>
  )
}
