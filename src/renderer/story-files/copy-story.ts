import type { StoryParts } from '../../shared/story/parts'
import { cleanText } from '../../shared/story/copies/clean-text'
import { wechatHtml } from '../../shared/story/copies/wechat-html'
import { putInClipboard } from '../ui/clipboard'
import { sayOfFiles } from './make-files'

/** The story as clean text. */
export function copyCleanText(parts: StoryParts): void {
  putInClipboard({ 'text/plain': cleanText(parts) })
  sayOfFiles('已复制纯文字。')
}

/** The story as WeChat's editor takes it; programs that take text only get the clean text. */
export function copyForWechat(parts: StoryParts): void {
  putInClipboard({ 'text/html': wechatHtml(parts), 'text/plain': cleanText(parts) })
  const photos = parts.blocks.filter(block => block.kind === 'photo').length
  const left = photos === 0 ? '' : `${photos} 张图留了位置，请在公众号里放上。`
  sayOfFiles(`已复制，可粘贴到公众号。${left}`)
}
