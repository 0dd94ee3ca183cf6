import type { ComposedFrame } from '../../shared/page/compose/composed'
import { handles } from '../../shared/page/edit/grid-place'
import { box } from './FrameLayer'

/** What a pointer takes hold of at the chosen frame: eight handles a rectangle, and its photos' own. */
export function FrameHandles({ composed }: { composed: ComposedFrame }) {
  return (
    <>
      {composed.rects.map((rect, at) => (
        <span key={`r${at}`} className="handles placed" style={box(rect)} aria-hidden>
          {handles.map(handle => (
            <i key={handle} className={`handle ${handle}`} data-handle={handle} data-rectangle={at} />
          ))}
        </span>
      ))}
      {composed.photos.map(({ inset, picture }) =>
        inset === null ? null : (
          <span key={`i${inset}`} className="handles inset placed" style={box(picture)} aria-hidden>
            {handles.map(handle => (
              <i key={handle} className={`handle ${handle}`} data-handle={handle} data-inset={inset} />
            ))}
          </span>
        ),
      )}
    </>
  )
}
