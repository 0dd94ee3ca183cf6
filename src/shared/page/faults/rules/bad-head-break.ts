import type { FaultRule } from '../fault'
import { placedStories } from '../placed-stories'

/** Words of one character that lead to what follows and never end a line of a head. */
const leading = new Set('的和与及在把被从将让使')
/** Words that end in one of them and may. */
const wholeWords = new Set(
  '目的 饱和 温和 柔和 缓和 祥和 谦和 总和 中和 平和 共和 调和 参与 赠与 普及 涉及 波及 以及 顾及 触及 提及 惠及 所在 存在 正在 现在 内在 潜在 实在 自在 火把 门把 棉被 植被 服从 自从 随从 听从 名将 干将 大将 健将 出让 转让 礼让 谦让 大使 天使 行使 促使 即使'.split(
    ' ',
  ),
)

/**
 * 标题破词 (newsroom.md 3.4, 10): a head whose line ends inside a word, a name in quotes or before a particle, by
 * the setter's own judgement, or on 的, 和, 在 and their like.
 */
export const badHeadBreak: FaultRule = {
  id: 'badHeadBreak',
  severity: 'warn',
  find(view) {
    return placedStories(view).flatMap(({ frame, composed: { head }, name }) => {
      if (!head) return []
      const found = {
        frameIds: [frame.id],
        where: '',
        marks: [head.rect],
        remedy: '把题的行数或字号调一档，在该断的地方打个空格，或者改写这一行。',
      }
      const led = head.lines.find((line, at) => head.lines[at + 1]?.part === line.part && leadsOn(line.text))
      if (led) {
        return [
          {
            ...found,
            message: `${name}的题有一行停在“${led.text.trim().slice(-1)}”字上：${led.text.trim()}`,
          },
        ]
      }
      if (head.problem !== 'badBreak') return []
      const main = head.lines.filter(line => line.part === 'headline')
      const broken = main.length > 1 ? main : head.lines
      return [
        { ...found, message: `${name}的题在词中间断开：${broken.map(line => line.text.trim()).join('／')}` },
      ]
    })
  },
}

function leadsOn(text: string): boolean {
  const characters = [...text.trim()]
  const last = characters.at(-1) ?? ''
  return leading.has(last) && !wholeWords.has(characters.slice(-2).join(''))
}
