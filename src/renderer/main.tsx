import { createRoot } from 'react-dom/client'
import { App } from './ui/App'
import { CrashNote } from './ui/CrashNote'
import { registerFaces } from './ui/faces'
import { followNewsroom } from './ui/newsroom'
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
