import { isOwnPage } from './origin'

/** All that the window ever needs: copying. Reading the clipboard happens in paste events, which ask for nothing. */
const granted = ['clipboard-sanitized-write']

/** Whether a page may have a permission, for requests and for silent checks alike; everything else is denied. */
export const permits = (permission: string, pageUrl: string, home: string): boolean =>
  granted.includes(permission) && isOwnPage(pageUrl, home)
