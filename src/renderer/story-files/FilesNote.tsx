import { Button } from 'antd'
import { FailureNote } from '../ui/FailureNote'
import { clearFilesNote, useStoryFiles } from './make-files'

/** What came of an export or a copy, in place. */
export function FilesNote() {
  const { failure, says } = useStoryFiles()
  if (failure) return <FailureNote failure={failure} onClose={clearFilesNote} />
  if (says === null) return null
  return (
    <div className="notice-line wrapping" role="status">
      <span>{says}</span>
      <Button type="text" size="small" aria-label="收起提示" onClick={clearFilesNote}>
        ×
      </Button>
    </div>
  )
}
