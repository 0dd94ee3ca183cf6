import { Button } from 'antd'
import { useState } from 'react'
import type { ComposedPhoto } from '../../../shared/page/compose/composed'
import type { Crop, InsetPhoto } from '../../../shared/page/layout'
import type { Paper } from '../../../shared/page/paper'
import { ChoiceField } from './ChoiceField'
import { CropEditor } from './CropEditor'
import { editPage, type PageEdit } from './page-edit'

type Shown = Pick<InsetPhoto, 'crop' | 'captionPlace' | 'facing'>

interface Props {
  readonly pageId: string
  readonly paper: Paper
  readonly shown: Shown
  /** How it came out; undefined where it found no room. */
  readonly composed: ComposedPhoto | undefined
  edit(fields: Partial<Shown>): PageEdit
}

/** What every photo on the page has: where its words stand, where its people look, its crop and its sharpness. */
export function PhotoFields({ pageId, paper, shown, composed, edit }: Props) {
  const [cropping, setCropping] = useState(false)
  const canCrop = composed !== undefined && composed.photo.image !== null && composed.photo.width > 0
  return (
    <>
      <ChoiceField<Shown['captionPlace']>
        name="图说"
        said="图说位置"
        value={shown.captionPlace}
        options={[
          { value: 'under', label: '在下' },
          { value: 'left', label: '在左' },
          { value: 'right', label: '在右' },
        ]}
        onChange={captionPlace => editPage(pageId, '改图说位置', edit({ captionPlace }))}
      />
      <ChoiceField<string>
        name="朝向"
        said="人物朝向"
        value={shown.facing ?? 'none'}
        options={[
          { value: 'none', label: '不标' },
          { value: 'left', label: '朝左' },
          { value: 'right', label: '朝右' },
        ]}
        onChange={facing =>
          editPage(
            pageId,
            '标人物朝向',
            edit({ facing: facing === 'left' || facing === 'right' ? facing : null }),
          )
        }
      />
      <div className="field-row spread">
        <Sharpness
          ppi={composed?.ppi ?? null}
          least={paper.leastPpi}
          isMissing={composed?.photo.image === null}
        />
        <Button
          size="small"
          disabled={!canCrop}
          aria-expanded={cropping}
          title={canCrop ? undefined : '照片还没来，或在这里没有排下'}
          onClick={() => setCropping(!cropping)}
        >
          裁切
        </Button>
      </div>
      {cropping && canCrop && (
        <CropEditor
          pageId={pageId}
          photo={composed.photo}
          picture={composed.picture}
          crop={composed.crop}
          isOwn={shown.crop !== null}
          edit={(crop: Crop | null) => edit({ crop })}
        />
      )}
    </>
  )
}

function Sharpness({ ppi, least, isMissing }: { ppi: number | null; least: number; isMissing: boolean }) {
  if (isMissing) return <span className="tag amber">照片还没来</span>
  if (ppi === null) return <span className="tag">没有排下</span>
  const shown = Math.round(ppi)
  return ppi < least ? (
    <span className="tag amber" title={`本报要 ${least} 点/英寸以上：缩小些，少裁些，或换大图`}>
      {shown} 点/英寸，太糊
    </span>
  ) : (
    <span className="tag green">{shown} 点/英寸</span>
  )
}
