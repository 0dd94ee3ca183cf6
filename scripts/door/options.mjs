import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const usage = `用法：npm start -- [选项]
  --data 文件夹   资料放在哪里（也可用环境变量 DAYANG_DATA）
  --port 端口     浏览器入口的端口，不写就用一个空闲的
  --browser       不用 Electron 窗口，从浏览器进入
  --no-open       只显示地址，不打开窗口或浏览器
  --help          显示这些选项`

/**
 * Reads the start command's options; null for anything that it does not know.
 * @param {string[]} args
 * @param {string} from the folder that a relative --data is meant in
 */
export function readOptions(args, from) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) return null
    if (values.data === '') return null
    return {
      data: values.data === undefined ? undefined : resolve(from, values.data),
      port,
      browser: values.browser || port !== undefined,
      open: !values['no-open'],
      help: values.help,
    }
  } catch {
    // parseArgs throws for what it does not know.
    return null
  }
}

/** Whether a window can be shown: Windows and macOS always have a desktop, Linux says so in its environment. */
export const hasDisplay = (platform = process.platform, env = process.env) =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
