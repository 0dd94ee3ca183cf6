import { protocol } from 'electron'
import { appScheme } from './origin'
import { answerAppRequest } from './scheme'

/** Before `ready`: gives our scheme an origin and the rights of https, so that nothing has to be served by file:. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])

/** After `ready`: answers the scheme with the files of the built window. */
export const serveScheme = (folder: string): void =>
  protocol.handle(appScheme, request => answerAppRequest(request, folder))
