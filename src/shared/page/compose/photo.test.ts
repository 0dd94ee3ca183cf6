import { pt } from '../sizes'
import { ptRect } from '../paper'
import { expect, test } from 'vitest'
import { paintPhoto } from './photo'

const photo = { image: null, width: 1800, height: 1200, caption: '管水员在查看水位。', credit: '江　南　摄' }
const rect = ptRect(0, 100, 224, 13 * 12)
const style = {
  frameId: 'a',
  size: pt(7.5),
  pitch: pt(13),
  firstLine: 0,
  crop: null,
  captionPlace: 'under' as const,
}

test.each([
  ['one row', photo.caption],
  ['two rows', photo.caption.repeat(4)],
])('a caption of %s keeps clear of the text below', (_, caption) => {
  const { items, shown } = paintPhoto(
    { photo: { ...photo, caption }, sources: { caption: null, credit: null } },
    rect,
    style,
  )
  const foot = Math.max(...items.flatMap(item => (item.kind === 'text' ? [item.y + item.size * 0.12] : [])))
  expect(rect.y + rect.height - foot).toBeGreaterThan(3.5)
  expect(shown!.words!.y).toBeGreaterThan(shown!.picture.y + shown!.picture.height)
})
