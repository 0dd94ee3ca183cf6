import { useEffect } from 'react'
import { offerCommands, type Command } from '../ui/room-commands'
import { stepFault } from './faults/step-fault'
import { acts, runFrameAct, type FrameAct } from './frame-menu'
import { alignPage, stepHole } from './page-acts'
import { sayOnPage } from './page-says'
import { useSelection } from './selection'
import { signFromKeys } from './signing/sign-page'

/** What Ctrl K runs on the page desk: everything that can be done with the chosen frame, and with the page. */
export function usePageCommands(pageId: string | null): void {
  useEffect(() => {
    if (pageId === null) return undefined
    const onFrame = (act: FrameAct) => {
      const { pageId: page, frameId } = useSelection.getState()
      if (page === pageId && frameId !== null) runFrameAct(act, pageId, frameId)
      else sayOnPage('先点一个文框')
    }
    const frameCommands = (Object.keys(acts) as FrameAct[]).map((act): Command => {
      const [title, shortcut] = acts[act]
      return { title, shortcut, run: () => onFrame(act) }
    })
    const pageCommands: Command[] = [
      { title: '下一个空处', shortcut: 'Alt ↓', run: () => stepHole(pageId, 1) },
      { title: '上一个空处', shortcut: 'Alt ↑', run: () => stepHole(pageId, -1) },
      { title: '全版对齐基线', shortcut: 'Ctrl G', run: () => alignPage(pageId) },
      { title: '下一处毛病', shortcut: 'F8', run: () => stepFault(pageId, 1) },
      { title: '上一处毛病', shortcut: 'Shift F8', run: () => stepFault(pageId, -1) },
      { title: '签大样', shortcut: '', run: () => void signFromKeys(pageId) },
    ]
    return offerCommands([...pageCommands, ...frameCommands])
  }, [pageId])
}
