import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { WindowDrop } from '../intake/WindowDrop'
import {
  BudgetView,
  GapsDialog,
  ImportPanel,
  PagePreview,
  PagesView,
  ReferenceView,
  readAhead,
  ReviewView,
  ShortcutSheet,
  StoryView,
} from './views'
import { FailureNote } from '../ui/FailureNote'
import { Footer } from './Footer'
import { Header } from './Header'
import { useNewsroom } from '../newsroom/newsroom'
import { useStoryFiles } from '../story-files/make-files'
import { useShortcutSheet } from '../ui/search'
import { useShortcuts } from './commands'
import { SearchBox } from './SearchBox'
import { antThemeOf, applyPalette, systemAppearance } from '../ui/theme'
import './shell.css'

function Desk() {
  const status = useNewsroom(s => s.status)
  const failure = useNewsroom(s => s.failure)
  if (status === 'failed' && failure) {
    return (
      <div className="whole-window">
        <FailureNote failure={failure} />
      </div>
    )
  }
  if (status === 'opening') {
    return (
      <div className="whole-window">
        <p className="quiet">正在打开编务…</p>
      </div>
    )
  }
  return <OpenDesk />
}

function OpenDesk() {
  const view = useNewsroom(s => s.view)
  const importing = useNewsroom(s => s.importing)
  const changingSeat = useNewsroom(s => s.changingSeat)
  const wasSheetOpened = useEver(useShortcutSheet(s => s.open))
  const asksForGaps = useStoryFiles(s => s.asked !== null)
  useShortcuts()
  useEffect(readAhead, [])
  return (
    <div className="desk">
      <Header />
      <main className="room" inert={changingSeat}>
        <Suspense>
          {importing && <ImportPanel />}
          {!importing && view === 'story' && <StoryView page={PagePreview} />}
          {!importing && view === 'budget' && <BudgetView />}
          {!importing && view === 'pages' && <PagesView />}
          {!importing && view === 'review' && <ReviewView />}
          {!importing && view === 'reference' && <ReferenceView />}
        </Suspense>
      </main>
      <Footer />
      <SearchBox />
      <WindowDrop />
      <Suspense>
        {wasSheetOpened && <ShortcutSheet />}
        {asksForGaps && <GapsDialog />}
      </Suspense>
    </div>
  )
}

/** Whether it has been so once: a dialog that closes stays until it has given the keys back. */
function useEver(isSo: boolean): boolean {
  const [was, setWas] = useState(isSo)
  if (isSo && !was) setWas(true)
  return was || isSo
}

export function App() {
  const [appearance, setAppearance] = useState(systemAppearance)
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = () => setAppearance(systemAppearance())
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [])
  // Variables must stand before the first paint of the children that read them.
  const theme = useMemo(() => {
    applyPalette(appearance)
    return antThemeOf(appearance)
  }, [appearance])
  return (
    <ConfigProvider locale={zhCN} theme={theme} componentSize="middle" button={{ autoInsertSpace: false }}>
      <div className="fill">
        <Desk />
      </div>
    </ConfigProvider>
  )
}
