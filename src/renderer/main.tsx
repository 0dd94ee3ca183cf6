import { createRoot } from 'react-dom/client'
import { App } from './shell/App'
import { CrashNote } from './shell/CrashNote'
import { registerFaces } from './paint/faces'
import { followNewsroom } from './newsroom/newsroom'
import './ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
registerFaces()
void followNewsroom()
createRoot(root).render(
  <CrashNote>
    <App />
  </CrashNote>,
)
