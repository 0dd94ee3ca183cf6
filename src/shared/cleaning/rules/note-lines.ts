import type { Manuscript, Piece } from '../manuscript'
import type { Pen } from '../pen'
import { isRunningText, trimmed } from '../words'

/** What an editorial office, a website or WeChat writes round a story: never part of it. */
const label =
  '(?:责任编辑|责编|本期编辑|版面编辑|值班编辑|网络编辑|微信编辑|文字编辑|图片编辑|编辑|责任校对|校对|初审|复审|终审|一审|二审|三审|审核|审校|审稿|监制|总监制|统筹|总策划|策划|主编|副主编|总编|值班主任|值班总编|排版|美编|视觉|设计|制作|签发|来源|稿源|稿件来源|文章来源|信息来源|图片来源|内容来源|转自|转载自|转载|版权声明|版权|免责声明|声明|原标题|投稿邮箱|投稿热线|发布时间|发布日期|发布人|阅读次数|阅读量|浏览次数|浏览量|点击数|点击量|字号|关键词|标签|分享到|推荐阅读|延伸阅读)'
const labelled = new RegExp(`^[（(【\\[]?${label}(?:[）)】\\]]|[ \\u3000]*[:：/／|｜丨])`, 'u')
/** 编辑 王倩茹 审核 李小满: no mark, but nothing else in the line either. */
const unmarked = new RegExp(
  `^${label}[ \\u3000]+\\p{Script=Han}{2,4}(?:[ \\u3000]+(?:${label}[ \\u3000]+)?\\p{Script=Han}{2,4})*$`,
  'u',
)

/** Whole lines wherever they stand. */
const anywhere: readonly RegExp[] = [
  /^(?:阅读原文|点击.{0,6}阅读原文|点击“阅读原文”.*|(?:轻触|戳|点)(?:下方|左下角|文末)?.{0,4}阅读原文.*)[。！!]?$/u,
  /^[▲△▼▽↑↓→←☝👆👇⬆⬇\s]*(?:点击|长按|扫描|扫码|扫一扫|轻点|轻触|戳).{0,24}(?:关注|二维码|蓝字|卡片|名片|在看|原文|订阅|查看更多|了解更多|报名).{0,16}$/u,
  /^(?:关注我们|欢迎关注|快来关注).{0,24}$/u,
  /^(?:微信扫一扫|使用小程序|预览时标签不可点|收录于合集|继续滑动看下一个|轻点两下取消.*|写留言|人划线|向上滑动看下一个).{0,16}$/u,
  /^(?:喜欢|觉得不错).{0,12}(?:在看|点赞|转发|分享).{0,12}$/u,
  /^(?:分享|收藏|点赞|在看|转发)(?:[ \u3000、，|]*(?:分享|收藏|点赞|在看|转发)){1,4}[。！!]?$/u,
  /^[-—–=_*＊~～·.…◆◇■□●○★☆▼▽▲△↓↑\s\u3000]{3,}$/u,
  /^[-—–\s\u3000]*(?:END|The End|THE END|end)[-—–\s\u3000]*$/u,
  /^[（(](?:完|全文完|END)[）)]$/u,
  /^(?:图片|\[图片\]|【图片】|视频|\[视频\])$/u,
]
/** Opens what a channel puts under a story: nothing of it belongs to the story as long as only titles follow. */
const opensMore = /^[-—–▼▽\s【[]*(?:往期(?:推荐|回顾|精彩)|精彩推荐|相关阅读|猜你喜欢|更多精彩|热文推荐)/u

/** Above the text: 原创 王倩茹 云岭发布 2026-11-20 18:30, 2026年11月20日 18:30, 时间：…. */
const dateOnly =
  /^(?:原创[ \u3000].{0,24}?)?(?:(?:发布)?时间[:：][ ]?)?20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:[ ]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?(?:[ \u3000]*(?:来源|发表于|发布于)?[:：]?[ ]?\p{Script=Han}{0,12})?$/u
const original =
  /^原创[ \u3000].{1,40}$|^(?:\S{2,16}[ \u3000])?20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[ ][0-9]{1,2}:[0-9]{2}.{0,20}$/u

/** Whether a line is a note of this kind; `isOutside`: it stands above the text or below it. */
export function isNote(text: string, isOutside: boolean): boolean {
  const line = trimmed(text)
  if (line === '' || line.length > 120) return false
  if (line.length <= 48 && anywhere.some(pattern => pattern.test(line))) return true
  if (!isOutside) return false
  return labelled.test(line) || unmarked.test(line)
}

/** First and one past the last piece of running text; the whole where there is none. */
export function runningRange(manuscript: Manuscript): { first: number; end: number } {
  const first = manuscript.findIndex(piece => piece.role === 'paragraph' && isRunningText(piece.line.text))
  if (first < 0) return { first: manuscript.length, end: manuscript.length }
  const end =
    manuscript.findLastIndex(piece => piece.role === 'paragraph' && isRunningText(piece.line.text)) + 1
  return { first, end }
}

/** Takes out the notes: 责任编辑, 来源, 阅读原文, what invites to follow a channel, rows of signs. */
export function removeNotes(manuscript: Manuscript, pen: Pen): Manuscript {
  const { first, end } = runningRange(manuscript)
  let isMore = false
  return manuscript.flatMap((piece, index): Piece[] => {
    if (piece.role !== 'paragraph') return [piece]
    const text = trimmed(piece.line.text)
    const isOutside = index < first || index >= end
    if (index >= end && opensMore.test(text)) isMore = true
    const isHead = index < first && end > first && (dateOnly.test(text) || original.test(text))
    const isLink = isMore && text.length <= 48 && !/[。！？]$/u.test(text)
    if (!isNote(text, isOutside) && !isHead && !isLink) return [piece]
    return pen.makes('note-removed', piece.line.at, piece.line.text, '') ? [] : [{ ...piece, isKept: true }]
  })
}
