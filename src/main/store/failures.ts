import { failed, type Failure, type Result } from '../../shared/contract/failure'

/** What SQLite may say in the course of work, in the user's words; by the prefix of its code. */
const known: readonly (readonly [prefix: string, code: string, message: string, remedy: string])[] = [
  ['SQLITE_FULL', 'store.full', '磁盘满了，这一步没有存下；已存的都在。', '请清出磁盘空间，再做一次。'],
  [
    'SQLITE_READONLY',
    'store.read-only',
    '资料文件夹不能写入，这一步没有存下。',
    '请检查文件夹的权限，或换一个文件夹。',
  ],
  [
    'SQLITE_CANTOPEN',
    'store.cannot-open',
    '资料文件打不开。',
    '请检查资料文件夹是否还在、当前用户能否读写。',
  ],
  ['SQLITE_PERM', 'store.cannot-open', '资料文件打不开。', '请检查资料文件夹是否还在、当前用户能否读写。'],
  ['SQLITE_BUSY', 'store.busy', '另一个程序占着资料文件，这一步没有存下。', '请关掉那个程序，再做一次。'],
  ['SQLITE_LOCKED', 'store.busy', '另一个程序占着资料文件，这一步没有存下。', '请关掉那个程序，再做一次。'],
  ['SQLITE_IOERR', 'store.disk', '磁盘读写出错，这一步没有存下。', '请检查磁盘是否还连着，再重新启动大样。'],
  [
    'SQLITE_CORRUPT',
    'store.damaged',
    '资料文件有损坏，没有动它。',
    '请退出大样，保留资料文件夹，用最近的备份恢复。',
  ],
  [
    'SQLITE_NOTADB',
    'store.not-a-newsroom',
    '这个文件不是大样的资料库，没有动它。',
    '请换一个文件夹，或把这个文件移走。',
  ],
]

/** The failure that an error of SQLite's stands for; null when the error is a bug of ours. */
export function storeFailure(error: unknown): Failure | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string') return null
  const row = known.find(([prefix]) => code.startsWith(prefix))
  return row ? { code: row[1], message: row[2], remedy: row[3] } : null
}

/** Runs `work`; an error of SQLite's that the user can do something about becomes a value. */
export async function expecting<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const failure = storeFailure(error)
    if (!failure) throw error
    return { ok: false, failure }
  }
}

/** What to say when bytes that the store kept no longer agree with their hash. */
export const damagedStory = (number: number): Result<never> =>
  failed(
    'story.damaged',
    `第 ${number} 号稿件的记录与校验值不符，已先搁置，没有改动；其他稿件照常。`,
    '请用最近的备份找回这篇稿件。',
  )

/** The same for a page. */
export const damagedPage = (): Result<never> =>
  failed(
    'page.damaged',
    '这个版的记录与校验值不符，已先搁置，没有改动；其他版照常。',
    '请用最近的备份找回这个版。',
  )
