import { spawn } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { done, failed, type Result } from '../../../shared/contract/failure'
import { stopped } from './word-document'

/** Milliseconds that LibreOffice may take; its first start makes a profile and is slow. */
const mostTime = 90_000
const mostBytes = 200_000_000

const saveAsWord = '用 Word 或 WPS 打开，另存为 .docx 再导入；也可以全选复制，粘贴到这里。'

/** Where LibreOffice lies when it is not on the path. */
const usualPlaces = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
]

/** LibreOffice's program on this machine, or null. */
export async function findOffice(path = process.env['PATH'] ?? ''): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice']
  const onPath = path
    .split(delimiter)
    .flatMap(folder => (folder === '' ? [] : names.map(name => join(folder, name))))
  for (const place of [...onPath, ...usualPlaces]) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return place
  }
  return null
}

/** Nothing that a document brings along is run or fetched. */
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`

/** How LibreOffice is started; a test names another program and less time. */
export interface ConverterSettings {
  readonly office?: string | null
  readonly mostTime?: number
}

/**
 * A .doc, .wps, .rtf or .odt as .docx, by LibreOffice in a folder and with a profile of its own, both of which go. Fails
 * with intake.no-office where LibreOffice is not installed, intake.not-converted, intake.convert-time or .stopped.
 */
export async function convertToWord(
  bytes: Uint8Array,
  extension: string,
  signal?: AbortSignal,
  settings: ConverterSettings = {},
): Promise<Result<Uint8Array>> {
  const office = settings.office === undefined ? await findOffice() : settings.office
  if (office === null) {
    return failed('intake.no-office', `这台机器上没有 LibreOffice，打不开 .${extension} 文件。`, saveAsWord)
  }
  if (signal?.aborted) return stopped()
  const folder = await mkdtemp(join(tmpdir(), 'dayang-convert-'))
  try {
    const user = join(folder, 'profile', 'user')
    await mkdir(user, { recursive: true })
    await writeFile(join(user, 'registrymodifications.xcu'), profile)
    const source = join(folder, `story.${extension}`)
    await writeFile(source, bytes)
    const target = join(folder, 'out', 'story.docx')
    const ended = await runOffice(
      office,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        '--nolockcheck',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        join(folder, 'out'),
        source,
      ],
      folder,
      settings.mostTime ?? mostTime,
      signal,
    )
    if (ended === 'stopped') return stopped()
    if (ended === 'time') {
      return failed('intake.convert-time', '这个文件转换得太久，已停下。', saveAsWord)
    }
    const size = await stat(target).then(
      found => found.size,
      () => null,
    )
    if (size === null || size > mostBytes) {
      return failed(
        'intake.not-converted',
        `这个 .${extension} 文件转换不了，可能损坏或加了密码。`,
        saveAsWord,
      )
    }
    return done(new Uint8Array(await readFile(target)))
  } finally {
    // On Windows a process that was ended may hold its files for a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined)
  }
}

async function runOffice(
  office: string,
  args: readonly string[],
  folder: string,
  time: number,
  signal?: AbortSignal,
): Promise<'ended' | 'time' | 'stopped'> {
  const isWindows = process.platform === 'win32'
  // A group of its own: the program starts another one, and both must end.
  const child = spawn(office, args, { cwd: folder, stdio: 'ignore', detached: !isWindows, windowsHide: true })
  const { promise, resolve } = Promise.withResolvers<'ended' | 'time' | 'stopped'>()
  const end = () => {
    if (child.pid === undefined || child.exitCode !== null) return
    if (isWindows) spawn('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore' })
    else {
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself in between.
      }
    }
  }
  const clock = setTimeout(() => resolve('time'), time)
  const stop = () => resolve('stopped')
  signal?.addEventListener('abort', stop)
  child.on('error', () => resolve('ended'))
  child.on('exit', () => resolve('ended'))
  try {
    const ended = await promise
    if (ended !== 'ended') end()
    return ended
  } finally {
    clearTimeout(clock)
    signal?.removeEventListener('abort', stop)
  }
}
