/** What a person can switch off of what the desk sets right while one types; remembered by its key. */
export const typingSwitches = {
  quotes: '直引号改成“”，引号里的引号改成‘’',
  ellipsis: '... 改成 ……',
  dash: '-- 改成 ——',
  marks: '汉字后的半角标点改成全角',
  digits: '全角数字、字母改成半角',
  points: '数字、字母中间的。改成.',
  titles: '书名号里的书名号改成〈〉',
} as const

export type TypingSwitch = keyof typeof typingSwitches
