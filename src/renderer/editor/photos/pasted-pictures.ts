import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { draftPicture, type DraftPicture } from '../../../shared/cleaning/draft'
import type { HtmlDraft } from '../../intake/html-draft'
import { deletePartwise, spansParts } from '../delete-parts'
import { pastePassage } from '../pasted-passage'
import { freePlace, keepPlace, keptPlace } from './photo-arrivals'
import { outlived, takeFiles, tellFailures, usePhotoNote, type TakenFiles } from './take-photos'

/** Tells of pictures of a paste that stayed where they were. */
export function tellElsewhere(count: number): void {
  if (count === 0) return
  usePhotoNote.setState({
    failure: {
      code: 'photo.elsewhere',
      message: `粘贴的内容里有 ${count} 张图片没有带来，文字都在。`,
      remedy: '请把图片另存为文件，再拖进来。',
    },
  })
}

/**
 * Pastes what came with pictures in it, cleaned like any other passage, each picture in its place between the texts.
 * Its place in the story is kept until the newsroom has them all.
 */
export function pasteWithPictures(view: EditorView, { draft, files }: HtmlDraft): Promise<void> {
  const id = crypto.randomUUID()
  const coming = files.flatMap((bytes, index) =>
    bytes ? [{ index, file: new File([bytes as Uint8Array<ArrayBuffer>], `第 ${index + 1} 图`) }] : [],
  )
  const tr = spansParts(view.state) ? deletePartwise(view.state) : view.state.tr.deleteSelection()
  view.dispatch(keepPlace(tr, id, tr.selection.head, `正在收 ${coming.length} 张图片…`))
  const work = async () => {
    const { taken, failures } = await takeFiles(coming.map(({ file }) => file))
    if (view.isDestroyed) return
    const pictures = [...draft.pictures]
    coming.forEach(
      ({ index, file }, at) => (pictures[index] = cameAs(taken[at] ?? null, file.name, failures)),
    )
    const place = keptPlace(view.state, id)
    const free = freePlace(view.state.tr, id)
    if (place !== null) free.setSelection(TextSelection.near(free.doc.resolve(place)))
    view.dispatch(free)
    const put = pastePassage(view.state, { ...draft, pictures })
    if (put) view.dispatch(put.scrollIntoView())
    if (failures.length > 0) tellFailures(coming.length, failures)
    else tellElsewhere(draft.pictures.length - coming.length)
  }
  return outlived(view, work())
}

function cameAs(
  photo: TakenFiles['taken'][number],
  name: string,
  failures: TakenFiles['failures'],
): DraftPicture {
  if (photo) {
    const { image, width, height, facts } = photo
    return draftPicture({ image, width, height, caption: facts.caption, credit: facts.credit })
  }
  const why = failures.find(failure => failure.name === name)?.failure.message ?? '没有收下'
  return draftPicture({ lost: why.replace(/。$/u, '') })
}
