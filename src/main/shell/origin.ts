/** The scheme that the window's files come from. Its one host is `app`. */
export const appScheme = 'dayang'

/** What the window loads: a standard scheme has an origin, so storage, CSP and `'self'` mean this and nothing else. */
export const appUrl = `${appScheme}://app/index.html`

/**
 * The origin of a page that may be shown: the app's own, or the development server's where one was named at start.
 * Node leaves the origin of a scheme that it does not know opaque, so it is put together here.
 */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, username, password } = new URL(url)
  return host === '' || username !== '' || password !== '' ? null : `${protocol}//${host}`
}

/** Whether a page belongs to the app whose first page is `home`. */
export function isOwnPage(url: string, home: string): boolean {
  const own = originOf(home)
  return own !== null && originOf(url) === own
}
