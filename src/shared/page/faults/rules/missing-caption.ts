import type { FaultRule } from '../fault'
import { placedPhotos } from '../placed-photos'

/** 史婉 摄, 郭佳丽 摄影报道, 县融媒体中心供图 … also in brackets, and 摄影：史婉. */
const credited =
  /^(?:[（(]?.+[ \u3000]?(?:摄|摄影|摄影报道|图文报道|供图|提供|制图|绘图|资料图|资料图片)[）)]?|[（(]?(?:摄影|图|供图|制图)[:：/／]\s*.+)$/u

/** 缺图说署名 (newsroom.md 3.4, 20): a photo without words under it, or without whose it is. */
export const missingCaption: FaultRule = {
  id: 'missingCaption',
  severity: 'error',
  find(view) {
    return placedPhotos(view).flatMap(({ frame, shown, rect, name, where }) => {
      const caption = shown.photo.caption.trim()
      const credit = shown.photo.credit.trim()
      const isCredited = credited.test(credit) || (credit === '' && credited.test(lastWords(caption)))
      if (caption !== '' && isCredited) return []
      const badly = credit === '' ? '没有摄影署名' : `的署名“${credit}”认不出是谁摄的`
      const lacks = [...(caption === '' ? ['没有图说'] : []), ...(isCredited ? [] : [badly])]
      return [
        {
          frameIds: [frame.id],
          where,
          marks: [rect],
          message: `${name}${lacks.join('，')}`,
          remedy: '在稿件里补上图说和署名，署名写成“某某 摄”或“某某 供图”。',
        },
      ]
    })
  },
}

/** What stands behind the last stop of a caption: a credit that was typed into it. */
const lastWords = (caption: string) => caption.slice(caption.search(/[^。！？”]*$/u))
