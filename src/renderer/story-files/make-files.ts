import { create } from 'zustand'
import type { Failure, StoryEncoding, StoryForm, StoryGaps } from '../../shared/contract'
import { client, expected, failureOf } from '../newsroom/client'
import { isStorySaved } from '../ui/footer'
import { saveFile } from '../ui/save-file'

/** Which files of which stories. */
export interface FilesOrder {
  readonly ids: readonly string[]
  readonly forms: readonly StoryForm[]
  readonly encoding: StoryEncoding
  readonly photos: boolean
  /** A file a story instead of one zip. */
  readonly oneByOne: boolean
}

interface StoryFilesState {
  readonly busy: boolean
  readonly failure: Failure | null
  /** What was done, and what the desk should know of it. */
  readonly says: string | null
  /** Characters that GBK lacks, to be looked at before the order is carried out. */
  readonly asked: { readonly order: FilesOrder; readonly stories: readonly StoryGaps[] } | null
}

export const useStoryFiles = create<StoryFilesState>(() => ({
  busy: false,
  failure: null,
  says: null,
  asked: null,
}))
const { setState: set } = useStoryFiles

export const clearFilesNote = (): void => set({ failure: null, says: null })
export const sayOfFiles = (says: string): void => set({ failure: null, says })

/** One story as one file of one kind. */
export const oneFile = (id: string, form: StoryForm, encoding: StoryEncoding = 'utf-8'): FilesOrder => ({
  ids: [id],
  forms: [form],
  encoding,
  photos: false,
  oneByOne: false,
})

/** Makes files and gives them to the user. What GBK lacks is shown first, and nothing is written until it is settled. */
export async function makeFiles(order: FilesOrder): Promise<void> {
  await attempt(async () => {
    await textIsKept(order.ids)
    if (order.forms.includes('text') && order.encoding === 'gbk') {
      const stories = await client.storyFiles.gaps({ ids: [...order.ids] })
      if (stories.length > 0) {
        set({ asked: { order, stories } })
        return
      }
    }
    await write(order)
  })
}

/** Carries out what was asked about, with this encoding; null lets it be. */
export async function settleGaps(encoding: StoryEncoding | null): Promise<void> {
  const { asked } = useStoryFiles.getState()
  set({ asked: null })
  if (asked && encoding) await attempt(() => write({ ...asked.order, encoding }))
}

async function attempt(work: () => Promise<void>): Promise<void> {
  if (useStoryFiles.getState().busy) return
  set({ busy: true, failure: null, says: null })
  try {
    await work()
  } catch (error) {
    set({ failure: failureOf(error) })
  } finally {
    set({ busy: false })
  }
}

async function write({ ids, forms, encoding, photos, oneByOne }: FilesOrder): Promise<void> {
  const orders = oneByOne ? ids.map(id => [id]) : [[...ids]]
  const names: string[] = []
  const warnings: string[] = []
  for (const some of orders) {
    const made = await client.storyFiles.make({ ids: some, forms: [...forms], encoding, photos })
    saveFile(made.file, made.name)
    names.push(made.name)
    warnings.push(...made.warnings)
  }
  const done = names.length === 1 ? `已导出 ${names[0]}` : `已导出 ${names.length} 个文件`
  set({ says: [`${done}。`, ...warnings].join('') })
}

/** Milliseconds that what was just typed may take to reach the newsroom. */
const patience = 5000

/** Milliseconds from one look at it to the next. */
const look = 50

/** Resolves when the newsroom has all that was typed into these stories; fails where it does not get there. */
async function textIsKept(ids: readonly string[]): Promise<void> {
  for (let waited = 0; !ids.every(isStorySaved); waited += look) {
    if (waited >= patience) throw expected(notKept)
    await new Promise(resolve => setTimeout(resolve, look))
  }
}

const notKept: Failure = {
  code: 'story.unsent',
  message: '刚写的字还没存进稿库，没有导出。',
  remedy: '请等左下角显示已存再导出。',
}
