import { isOwnPage } from './origin'

/** Where a link may lead: on inside the window, out to the system after asking, or nowhere. */
export type Way = 'inside' | 'ask' | 'deny'

const outside = ['https:', 'mailto:']

/** The way of a navigation or redirect of the window or of a frame in it, when the app's first page is `home`. */
export function wayOf(url: string, home: string): Way {
  if (isOwnPage(url, home)) return 'inside'
  if (!URL.canParse(url)) return 'deny'
  return outside.includes(new URL(url).protocol) ? 'ask' : 'deny'
}

/** What the person is asked before an address leaves for the system's browser or mail program. */
export function leavingQuestion(url: string): { message: string; detail: string; buttons: [string, string] } {
  const mail = url.startsWith('mailto:')
  return {
    message: mail ? '用邮件程序打开这个地址？' : '在浏览器里打开这个网址？',
    // A long address hides its host at neither end when it is cut in the middle.
    detail: url.length > 300 ? `${url.slice(0, 200)} … ${url.slice(-60)}` : url,
    buttons: ['打开', '取消'],
  }
}
