import { app, dialog, session, shell, type WebContents } from 'electron'
import { leavingQuestion, wayOf } from './navigation'
import { permits } from './permissions'

/** Denies every permission but the few that a page of ours may have, asked for or silently checked. */
export function guardPermissions(home: string): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(permits(permission, details.requestingUrl || contents.getURL(), home))
  })
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) =>
    permits(permission, origin, home),
  )
  defaultSession.setDevicePermissionHandler(() => false)
}

/** Holds every page that is ever created to our own address, opens no window, attaches no webview. */
export function guardNavigation(home: string): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, home))
}

function guardContents(contents: WebContents, home: string): void {
  const guard = (event: { preventDefault(): void; readonly url: string }) => {
    const way = wayOf(event.url, home)
    if (way === 'inside') return
    event.preventDefault()
    if (way === 'ask') void leaveAfterAsking(event.url)
  }
  contents.on('will-navigate', guard)
  contents.on('will-redirect', guard)
  contents.on('will-frame-navigate', event => {
    if (wayOf(event.url, home) !== 'inside') event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (wayOf(url, home) === 'ask') void leaveAfterAsking(url)
    return { action: 'deny' }
  })
}

async function leaveAfterAsking(url: string): Promise<void> {
  const { message, detail, buttons } = leavingQuestion(url)
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) await shell.openExternal(url)
}
