import { runTool } from './setup/child.mjs'
import { ensureBuilt } from './setup/build.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { ending, SetupFailure } from './setup/root.mjs'

await ending(async () => {
  await ensureInstalled()
  await ensureBuilt({ force: true })
  const args = ['--config', 'electron-builder.config.js', '--publish', 'never', ...process.argv.slice(2)]
  const { code } = await runTool('electron-builder/cli.js', args)
  if (code !== 0)
    throw new SetupFailure(
      '没有打成安装包，原因见上。打包要下载 Electron 和打包工具，连不上时可设 ELECTRON_MIRROR 和 ELECTRON_BUILDER_BINARIES_MIRROR 指向镜像。',
    )
})
