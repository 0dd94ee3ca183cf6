import { isCredit } from './signature'

/**
 * 史婉 摄, 县融媒体中心 供图: a space before what was done where the rest are names, and no brackets, which a credit
 * needs only behind a caption's words. What is no credit stays as it is.
 */
export function houseCredit(text: string): string {
  if (!isCredit(text)) return text
  const credit = text
    .trim()
    .replace(/^[（(]([^（）()]*)[）)]$/u, '$1')
    .trim()
  const [, names = '', deed = ''] = /^(.*?[^ \u3000])[ \u3000]*(摄影报道|摄影|摄|供图)$/u.exec(credit) ?? []
  return deed === '' || /[/／:：]/u.test(names) ? credit : `${names} ${deed}`
}
