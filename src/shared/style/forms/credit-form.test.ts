import { expect, test } from 'vitest'
import { houseCredit } from './credit-form'

test.each([
  ['史婉摄', '史婉 摄'],
  ['史婉 摄', '史婉 摄'],
  ['史婉　摄', '史婉 摄'],
  ['（史婉摄）', '史婉 摄'],
  ['(史婉 摄)', '史婉 摄'],
  ['本报记者 史婉摄影', '本报记者 史婉 摄影'],
  ['郭佳丽摄影报道', '郭佳丽 摄影报道'],
  ['县融媒体中心供图', '县融媒体中心 供图'],
  ['江　南摄', '江　南 摄'],
  ['摄影：史婉', '摄影：史婉'],
  ['图/史婉', '图/史婉'],
  ['资料图片', '资料图片'],
  ['镜头摄下这一幕', '镜头摄下这一幕'],
  ['', ''],
])('%s → %s', (written, form) => {
  expect(houseCredit(written)).toBe(form)
  expect(houseCredit(form)).toBe(form)
})
