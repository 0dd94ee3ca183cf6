import { App as AntApp, ConfigProvider, Spin } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useState } from 'react'
import { BudgetView } from '../budget/BudgetView'
import { StoryView } from '../editor/StoryView'
import { ImportPanel } from '../intake/ImportPanel'
import { WindowDrop } from '../intake/WindowDrop'
import { PagePreview } from '../pages/PagePreview'
import { PagesView } from '../pages/PagesView'
import { ReferenceView } from '../reference/ReferenceView'
import { ReviewView } from '../review/ReviewView'
import { FailureNote } from '../ui/FailureNote'
import { Footer } from './Footer'
import { Header } from './Header'
import { useNewsroom } from '../newsroom/newsroom'
import { GapsDialog } from '../story-files/GapsDialog'
import { SearchBox } from './SearchBox'
import { ShortcutSheet } from './ShortcutSheet'
import { antThemeOf, applyPalette, systemAppearance } from '../ui/theme'
import './shell.css'

function Desk() {
  const status = useNewsroom(s => s.status)
  const failure = useNewsroom(s => s.failure)
  const view = useNewsroom(s => s.view)
  const importing = useNewsroom(s => s.importing)
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
        <Spin description="正在打开编务" />
      </div>
    )
  }
  return (
    <div className="desk">
      <Header />
      <main className="room">
        {importing && <ImportPanel />}
        {!importing && view === 'story' && <StoryView page={PagePreview} />}
        {!importing && view === 'budget' && <BudgetView />}
        {!importing && view === 'pages' && <PagesView />}
        {!importing && view === 'review' && <ReviewView />}
        {!importing && view === 'reference' && <ReferenceView />}
      </main>
      <Footer />
      <SearchBox />
      <ShortcutSheet />
      <WindowDrop />
      <GapsDialog />
    </div>
  )
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
      <AntApp className="fill">
        <Desk />
      </AntApp>
    </ConfigProvider>
  )
}
