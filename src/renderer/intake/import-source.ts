import { create } from 'zustand'
import type { HandedIn } from '../../shared/contract/drafts'
import type { ReadIn } from '../../shared/contract/intake'
import { startImport } from '../newsroom/newsroom'
import { noDecisions, type Decisions } from './draft-decisions'
import { draftOfHtml, hasLook } from './html-draft'

/** Something handed in through the window, and what it is called: a file's name, '' for what was pasted. */
export interface Source {
  readonly from: HandedIn
  readonly name: string
}

interface Import {
  /** What was dropped on the window and waits for the panel. */
  readonly waiting: Source | null
  /** What was read, and what was decided about it: it stays while one looks at another room. */
  readonly taken: { readonly source: Source; readonly read: ReadIn } | null
  /** Indices of a page's stories that were unticked. */
  readonly left: ReadonlySet<number>
  readonly decisions: Decisions
}

export const useImport = create<Import>(() => ({
  waiting: null,
  taken: null,
  left: new Set(),
  decisions: noDecisions,
}))

/** Puts what was read on the panel, in the place of what stood there; null clears it. */
export const putOnPanel = (taken: Import['taken']): void =>
  useImport.setState({ taken, left: new Set(), decisions: noDecisions })

/** Opens the import panel on a file. */
export function importFile(file: File): void {
  useImport.setState({ waiting: { from: file, name: file.name } })
  startImport()
}

/** Longer texts travel as bytes, and the newsroom says when they are too long (UTF-16 code units). */
const longestString = 1_000_000

export const sourceOfText = (text: string): Source => ({
  from: text.length > longestString ? new Blob([text]) : text,
  name: '',
})

/** What the clipboard or a drag holds: a file, a page's or a Word processor's HTML, or text; null for nothing of use. */
export function sourceOf(data: DataTransfer): Source | null {
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  const file = data.files[0]
  // Writing programs put a picture of the text beside it: the text is what was copied.
  if (file && text === '') return { from: file, name: file.name }
  if (html !== '') {
    const { draft, files } = draftOfHtml(html)
    // What has no look but its line ends is text: an editor of code, a terminal, a PDF reader.
    if (draft.pictures.length > 0 || hasLook(html)) {
      const blobs = files.map(bytes => bytes && new Blob([bytes as Uint8Array<ArrayBuffer>]))
      const { source, blocks, pictures } = draft
      return {
        from: { draft: { source, blocks: [...blocks], pictures: [...pictures] }, files: blobs },
        name: '',
      }
    }
  }
  return text.trim() === '' ? null : sourceOfText(text)
}
