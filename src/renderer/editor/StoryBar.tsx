import { Button, Tooltip } from 'antd'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { memo, useRef } from 'react'
import { useAttempt } from '../ui/attempt'
import { client } from '../ui/client'
import { FailureNote } from '../ui/FailureNote'
import { useNewsroom } from '../ui/newsroom'
import { useNotes } from './notes/notes-keeper'
import { RevisionSwitch } from './revision/RevisionSwitch'
import { settleable } from './revision/revision-state'
import type { TrailKeeper } from './revision/trail-store'
import { AddPartMenu } from './parts/AddPartMenu'
import { addableNow } from './parts/part-adding'
import { TypingHelpMenu } from './TypingHelpMenu'
import { insertPhoto, removePhoto, toggleCrosshead } from './part-keys'

interface Props {
  readonly view: EditorView | null
  readonly state: EditorState | null
  readonly keeper: TrailKeeper | null
  onFind(): void
}

/** The one bar above the sheet: what can be done where the caret stands. */
export function StoryBar({ view, state, keeper, onFind }: Props) {
  const can = (command: Command) => state !== null && command(state)
  return (
    <BarTools
      view={view}
      keeper={keeper}
      onFind={onFind}
      canUndo={state !== null && undoDepth(state) > 0}
      canRedo={state !== null && redoDepth(state) > 0}
      canToggleCrosshead={can(toggleCrosshead)}
      canRemovePhoto={can(removePhoto)}
      addable={addableNow(state)}
      settleable={state ? settleable(state).length : 0}
    />
  )
}

interface ToolsProps extends Omit<Props, 'state'> {
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly canToggleCrosshead: boolean
  readonly canRemovePhoto: boolean
  readonly addable: string
  readonly settleable: number
}

/** The bar's buttons, drawn anew only when one of them can do something else: most strokes change none. */
const BarTools = memo(function BarTools({
  view,
  keeper,
  onFind,
  canUndo,
  canRedo,
  canToggleCrosshead,
  canRemovePhoto,
  addable,
  settleable: left,
}: ToolsProps) {
  const file = useRef<HTMLInputElement>(null)
  const { failure, attempt, dismiss } = useAttempt<'photo'>()
  const me = useNewsroom(s => s.me)
  const run = (command: Command) => {
    if (!view) return
    command(view.state, view.dispatch, view)
    view.focus()
  }
  const tool = (title: string, hint: string, command: Command, enabled: boolean) => (
    <Tooltip title={hint} mouseEnterDelay={0.6}>
      <Button type="text" size="small" disabled={!enabled} onClick={() => run(command)}>
        {title}
      </Button>
    </Tooltip>
  )
  const addPhoto = (chosen: File) =>
    attempt('photo', async () => {
      const { image, width, height } = await client.photos.add({ by: me, file: chosen })
      run(insertPhoto(image, width, height))
    })
  return (
    <>
      <div className="story-bar" role="toolbar" aria-label="写稿">
        {tool('撤销', '撤销（Ctrl Z）', undo, canUndo)}
        {tool('重做', '重做（Ctrl Y）', redo, canRedo)}
        <i className="bar-line" />
        <AddPartMenu view={view} addable={addable} />
        {tool('小标题', '小标题与正文互换（Ctrl Alt 2）', toggleCrosshead, canToggleCrosshead)}
        <Tooltip title="选一张照片插在这一段后面" mouseEnterDelay={0.6}>
          <Button type="text" size="small" disabled={!view} onClick={() => file.current?.click()}>
            图片
          </Button>
        </Tooltip>
        {tool('待补图', '照片还没来，先占位写图说（Ctrl Alt 3）', insertPhoto(null, 0, 0), view !== null)}
        {canRemovePhoto && tool('去掉图片', '从稿里拿掉这张，原图仍留着', removePhoto, true)}
        <i className="bar-line" />
        {tool(
          '批注',
          '批注选中的文字（Ctrl Alt M）',
          () => (useNotes.getState().keeper?.begin('desk'), true),
          view !== null,
        )}
        <RevisionSwitch keeper={keeper} left={left} />
        <span className="space" />
        <Tooltip title="查找替换（Ctrl F）" mouseEnterDelay={0.6}>
          <Button type="text" size="small" disabled={!view} onClick={onFind}>
            查找
          </Button>
        </Tooltip>
        <TypingHelpMenu />
        <input
          ref={file}
          type="file"
          accept="image/jpeg,image/png,image/tiff"
          hidden
          aria-label="选照片"
          onChange={event => {
            const chosen = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (chosen) void addPhoto(chosen)
          }}
        />
      </div>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
    </>
  )
})
