import { describe, expect, test } from 'vitest'
import { body, cleaned, partsOfText, text } from '../drafts.testing'

describe('the dateline', () => {
  test.each([
    ['本报讯(记者张三 通讯员李四)11月20日，', '电:本报讯（记者 张三 通讯员 李四）'],
    ['本报讯（记者张三、李四） ', '电:本报讯（记者 张三 李四）'],
    ['本报讯：', '电:本报讯'],
    ['【本报讯】', '电:本报讯'],
    ['(本报讯)', '电:本报讯'],
    ['本报讯 记者张三报道：', '电:本报讯（记者 张三）'],
    ['本报讯（记者 裴庆力 实习生 张乐 报道）', '电:本报讯（记者 裴庆力 实习生 张乐）'],
    ['本报讯（记者　曾　强　通讯员　刘岩松）', '电:本报讯（记者 曾　强 通讯员 刘岩松）'],
    ['本报讯（罗勇 记者 江潇）', '电:本报讯（罗勇 记者 江潇）'],
    ['新华社北京１１月３日电（记者 宋远山）', '电:新华社北京11月3日电（记者 宋远山）'],
    // Not names: the bracket keeps its words.
    ['本报讯(县里统一安排)', '电:本报讯（县里统一安排）'],
  ])('%s', (opening, dateline) => {
    expect(partsOfText(`${opening}${body}`)[0]).toBe(dateline)
  })

  test.each(['通过网讯息传来，', '日前，本报讯'])('%s is none', opening =>
    expect(cleaned(text(`${opening}${body}`)).parts.dateline).toBe(''),
  )
})
