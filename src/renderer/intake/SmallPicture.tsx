import { useEffect, useRef } from 'react'
import { useRestored } from '../paint/canvas-restored'

/** A picture's thumbnail, painted; without one, why it did not come. */
export function SmallPicture({ file, says }: { readonly file: Blob | null; readonly says: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const restored = useRestored()
  useEffect(() => {
    let gone = false
    if (!file) return
    createImageBitmap(file)
      .then(picture => {
        const place = canvas.current
        if (gone || !place) return
        place.width = picture.width
        place.height = picture.height
        place.getContext('2d')?.drawImage(picture, 0, 0)
        picture.close()
        place.dataset['painted'] = restored === 0 ? 'yes' : 'again'
      })
      .catch((error: unknown) => console.warn(error))
    return () => {
      gone = true
    }
  }, [file, restored])
  return file ? (
    <canvas ref={canvas} role="img" aria-label="图片" className="small-picture" />
  ) : (
    <span className="small-picture lost">{says}</span>
  )
}
