import { createRoot } from 'react-dom/client'
import { followNewsroom } from './newsroom/newsroom'
import { registerFaces } from './paint/faces'
import './ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
registerFaces()
// The newsroom answers while the desk's scripts are still read.
void followNewsroom()
const [{ App }, { CrashNote }] = await Promise.all([
  import('./shell/App'),
  import('./shell/CrashNote'),
  // The view that a window opens with.
  import('./editor/StoryView'),
])
createRoot(root).render(
  <CrashNote>
    <App />
  </CrashNote>,
)
