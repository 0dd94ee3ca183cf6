import { Button, Tooltip } from 'antd'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { memo } from 'react'
import { StoryFilesMenu } from '../story-files/StoryFilesMenu'
import { useNotes } from './notes/notes-keeper'
import { choosePhotos } from './photos/choose-photos'
import { RevisionSwitch } from './revision/RevisionSwitch'
import { settleable } from './revision/revision-state'
import { AddPartMenu } from './parts/AddPartMenu'
import { addableNow } from './parts/part-adding'
import { TargetMenu } from './length/TargetMenu'
import type { StoryRoom } from './story-commands'
import { TypingHelpMenu } from './TypingHelpMenu'
import { ViewMenu } from './ViewMenu'
import { insertPhoto, removePhoto, toggleCrosshead } from './part-keys'

interface Props {
  readonly view: EditorView | null
  readonly state: EditorState | null
  readonly storyId: string
  readonly room: StoryRoom
}

/** The one bar above the sheet: what can be done where the caret stands. */
export function StoryBar({ view, state, storyId, room }: Props) {
  const can = (command: Command) => state !== null && command(state)
  return (
    <BarTools
      view={view}
      storyId={storyId}
      room={room}
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
  storyId,
  room,
  canUndo,
  canRedo,
  canToggleCrosshead,
  canRemovePhoto,
  addable,
  settleable: left,
}: ToolsProps) {
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
  return (
    <div className="story-bar" role="toolbar" aria-label="写稿">
      {tool('撤销', '撤销（Ctrl Z）', undo, canUndo)}
      {tool('重做', '重做（Ctrl Y）', redo, canRedo)}
      <i className="bar-line" />
      <AddPartMenu view={view} addable={addable} />
      {tool('小标题', '小标题与正文互换（Ctrl Alt 2）', toggleCrosshead, canToggleCrosshead)}
      <Tooltip title="选照片放在这一段后面，可以几张一起；拖进来、粘贴也行" mouseEnterDelay={0.6}>
        <Button type="text" size="small" disabled={!view} onClick={() => view && void choosePhotos(view)}>
          图片
        </Button>
      </Tooltip>
      {tool('待补图', '照片还没来，先占位写图说（Ctrl Alt 3）', insertPhoto(null, 0, 0), view !== null)}
      {canRemovePhoto && tool('去掉图片', '从稿里拿掉这张，原图仍留着（Ctrl Alt D）', removePhoto, true)}
      <i className="bar-line" />
      {tool(
        '批注',
        '批注选中的文字（Ctrl Alt M）',
        () => (useNotes.getState().keeper?.begin('desk'), true),
        view !== null,
      )}
      <RevisionSwitch left={left} />
      <span className="space" />
      <TargetMenu storyId={storyId} />
      <StoryFilesMenu storyId={storyId} />
      <ViewMenu view={view} room={room} />
      <TypingHelpMenu />
    </div>
  )
})
