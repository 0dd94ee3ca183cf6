import type { FilesOrder } from './make-files'

/** Which files can be made of stories, without saying of which. */
export interface FileAct {
  readonly key: string
  readonly title: string
  readonly order: Omit<FilesOrder, 'ids'>
}

const zip = { encoding: 'utf-8', photos: false, oneByOne: false } as const

const acts: readonly FileAct[] = [
  { key: 'docx', title: 'Word（.docx）', order: { ...zip, forms: ['docx'] } },
  { key: 'text', title: '小样 txt（UTF-8）', order: { ...zip, forms: ['text'] } },
  { key: 'gbk', title: '小样 txt（GBK）', order: { ...zip, forms: ['text'], encoding: 'gbk' } },
  { key: 'all', title: 'Word、小样、图片一起', order: { ...zip, forms: ['docx', 'text'], photos: true } },
]

const ofSeveral: readonly FileAct[] = [
  ...acts.map(act => ({ ...act, title: `${act.title}，打成一包` })),
  { key: 'each', title: 'Word，逐篇一个文件', order: { ...zip, forms: ['docx'], oneByOne: true } },
]

/** What can be made of one story, or of several. */
export const fileActs = (stories: number): readonly FileAct[] => (stories > 1 ? ofSeveral : acts)
