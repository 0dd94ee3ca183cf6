import { useEffect, useState } from 'react'
import { importFile } from './import-source'

/** What a drag brings, as far as the browser tells before it is dropped: kinds of files, '' for what it does not know. */
const bringsDocument = (data: DataTransfer | null): boolean =>
  files(data).length > 0 && files(data).every(({ type }) => !/^(?:image|video|audio)\//u.test(type))

const files = (data: DataTransfer | null) => [...(data?.items ?? [])].filter(item => item.kind === 'file')

/** Where nobody takes them the browser would open them in place of the desk. */
const keepDesk = (event: DragEvent) => {
  if (files(event.dataTransfer).length > 0) event.preventDefault()
}

/**
 * A document dropped anywhere on the window is a submission. Photos, and what comes with them, are left to the story
 * and the page that they are dropped on.
 */
export function WindowDrop() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!bringsDocument(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file || !bringsDocument(event.dataTransfer)) return
      event.preventDefault()
      event.stopPropagation()
      importFile(file)
    }
    // Before the editor: a document is not its to take.
    window.addEventListener('dragover', over, true)
    window.addEventListener('dragleave', leave, true)
    window.addEventListener('drop', drop, true)
    window.addEventListener('dragover', keepDesk)
    window.addEventListener('drop', keepDesk)
    return () => {
      window.removeEventListener('dragover', over, true)
      window.removeEventListener('dragleave', leave, true)
      window.removeEventListener('drop', drop, true)
      window.removeEventListener('dragover', keepDesk)
      window.removeEventListener('drop', keepDesk)
    }
  }, [])
  return isOver ? (
    <div className="window-drop" aria-hidden>
      <span>放开，读成来稿</span>
    </div>
  ) : null
}
