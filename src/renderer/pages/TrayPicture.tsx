import { useEffect } from 'react'
import { useRestored } from '../paint/canvas-restored'
import { usePhotos, wantPhotos } from '../newsroom/photo-store'

/** A photo, as small as the tray shows it. */
export function TrayPicture({ image }: { readonly image: string | null }) {
  useRestored()
  const picture = usePhotos(s => (image === null ? null : s.pictures.get(image)))
  useEffect(() => {
    if (image !== null) wantPhotos([image])
  }, [image])
  return (
    <canvas
      className="tray-picture"
      aria-hidden
      ref={canvas => {
        if (!canvas || !picture) return
        const height = 48
        canvas.height = height
        canvas.width = Math.round((picture.width / picture.height) * height)
        canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      }}
    />
  )
}
