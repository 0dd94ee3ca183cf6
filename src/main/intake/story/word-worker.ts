/**
 * What the worker does with a Word document: mammoth's own tree as plain values. The function is handed over as text,
 * so it may use nothing but its arguments.
 */

/** A node of mammoth's document tree, as far as it is looked at. */
export interface WordNode {
  readonly type: string
  readonly children?: readonly WordNode[]
  readonly value?: string
  readonly breakType?: string
  readonly styleName?: string | null
  readonly alignment?: string | null
  readonly numbering?: { readonly isOrdered: boolean } | null
  readonly isBold?: boolean
  readonly fontSize?: number | null
  readAsArrayBuffer?(): Promise<ArrayBuffer>
}

/** mammoth as its browser build gives it, as far as it is used. */
export interface Mammoth {
  convertToHtml(
    input: { arrayBuffer: ArrayBuffer },
    options: { transformDocument: (document: WordNode) => WordNode },
  ): Promise<unknown>
}

/** A paragraph as Word sets it; the same names as in a draft. */
export interface WordParagraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly style: 'title' | 'subtitle' | 'heading' | 'caption' | null
  readonly bold: boolean
  readonly align: 'left' | 'center' | 'right' | null
  readonly size: number | null
  readonly numbered: boolean
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null
}

export type WordBlock = WordParagraph | { readonly kind: 'image'; readonly picture: number }

/** `pictures`: the name of each in the file, in order; null for one that is only linked. */
export type WordContent =
  | {
      readonly kind: 'read'
      readonly blocks: readonly WordBlock[]
      readonly pictures: readonly (string | null)[]
    }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'broken' }

/** Reads the tree. The pictures of the file it is given hold their own names instead of their bytes. */
export async function readWordTree(
  mammoth: Mammoth,
  file: ArrayBuffer,
  mostCharacters: number,
): Promise<WordContent> {
  let root: WordNode | null = null
  try {
    await mammoth.convertToHtml(
      { arrayBuffer: file },
      {
        transformDocument(document) {
          root = document
          // Nothing is left for the conversion: only the tree is wanted.
          return Object.assign({}, document, { children: [] })
        },
      },
    )
  } catch {
    return { kind: 'broken' }
  }
  if (root === null) return { kind: 'broken' }

  const blocks: WordBlock[] = []
  const pictures: (string | null)[] = []
  let characters = 0
  let tables = 0

  const styleOf = (name: string | null | undefined): WordParagraph['style'] => {
    const style = (name ?? '').toLowerCase()
    if (/^(?:title|标题|大标题)$/u.test(style)) return 'title'
    if (/^(?:subtitle|副标题)$/u.test(style)) return 'subtitle'
    if (/^(?:heading|标题)\s*[1-9]/u.test(style)) return 'heading'
    return /^(?:caption|题注|图注|图说)/u.test(style) ? 'caption' : null
  }

  const readParagraph = async (paragraph: WordNode, cell: WordParagraph['cell']) => {
    const texts: string[] = []
    const found: string[] = []
    const sizes: number[] = []
    let isBold = true
    let images = 0
    const walk = async (node: WordNode, run: WordNode | null): Promise<void> => {
      if (node.type === 'text') {
        const text = node.value ?? ''
        texts.push(text)
        characters += text.length
        if (text.trim() !== '') {
          found.push(text)
          if (run?.isBold !== true) isBold = false
          if (typeof run?.fontSize === 'number') sizes.push(run.fontSize)
        }
      } else if (node.type === 'tab') {
        texts.push('\t')
      } else if (node.type === 'break') {
        if (node.breakType === 'line') texts.push('\n')
      } else if (node.type === 'image') {
        images++
        let name: string | null = null
        try {
          const bytes = await node.readAsArrayBuffer?.()
          if (bytes) name = new TextDecoder().decode(bytes)
        } catch {
          // A picture that is only linked, or that the file has lost.
        }
        pictures.push(name)
      } else {
        for (const child of node.children ?? []) await walk(child, node.type === 'run' ? node : run)
      }
    }
    const first = pictures.length
    for (const child of paragraph.children ?? []) await walk(child, null)
    const text = texts.join('')
    if (images === 0 || text.trim() !== '') {
      const { alignment } = paragraph
      blocks.push({
        kind: 'paragraph',
        text,
        style: styleOf(paragraph.styleName),
        bold: isBold && found.length > 0,
        align: alignment === 'center' || alignment === 'right' || alignment === 'left' ? alignment : null,
        size: sizes.length > 0 ? Math.max(...sizes) : null,
        numbered: (paragraph.numbering ?? null) !== null,
        cell,
      })
    }
    for (let picture = first; picture < pictures.length; picture++) blocks.push({ kind: 'image', picture })
  }

  const readAll = async (nodes: readonly WordNode[], cell: WordParagraph['cell']): Promise<void> => {
    for (const node of nodes) {
      if (characters > mostCharacters || blocks.length > mostCharacters) return
      if (node.type === 'paragraph') {
        await readParagraph(node, cell)
      } else if (node.type === 'table') {
        const table = tables++
        for (const [row, line] of (node.children ?? []).entries()) {
          for (const [column, one] of (line.children ?? []).entries()) {
            // A table inside a cell belongs to the cell.
            await readAll(one.children ?? [], cell ?? { table, row, column })
          }
        }
      } else {
        await readAll(node.children ?? [], cell)
      }
    }
  }
  await readAll((root as WordNode).children ?? [], null)
  return characters > mostCharacters || blocks.length > mostCharacters
    ? { kind: 'too-long' }
    : { kind: 'read', blocks, pictures }
}
