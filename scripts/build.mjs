import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending } from './setup/root.mjs'

await ending(async () => {
  await ensureInstalled()
  await ensureBuilt({ force: true })
})
