import { FailureNote } from '../../ui/FailureNote'
import { usePhotoNote } from './take-photos'

/** Why photos were not taken in, above the sheet. */
export function PhotoNote() {
  const failure = usePhotoNote(s => s.failure)
  if (!failure) return null
  return <FailureNote failure={failure} onClose={() => usePhotoNote.setState({ failure: null })} />
}
