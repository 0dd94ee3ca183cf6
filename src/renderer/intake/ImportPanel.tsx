import { Button, Select, Spin } from 'antd'
import { useMemo, useRef, useState, type DragEvent } from 'react'
import type { ImportedPage } from '../../shared/contract'
import { noteImported } from '../budget/budget-actions'
import { placesOf } from '../budget/cell-edits'
import { placeKey, placeOfKey } from '../budget/row-filters'
import { useBudgetContext } from '../budget/use-budget-context'
import { useAttempt } from '../ui/attempt'
import { client } from '../ui/client'
import { FailureNote } from '../ui/FailureNote'
import { endImport, openStory, showRows, useNewsroom } from '../ui/newsroom'
import { ChangeList, type ChangesOf } from './ChangeList'
import { chosenStories } from './chosen-stories'
import { StoryCard } from './StoryCard'
import './import.css'

/** Longer texts travel as bytes, and the newsroom says when they are too long (UTF-16 code units). */
const longestString = 1_000_000

/** 导入版面文字: paste or open, look at what was read and what was changed, take it into the budget. */
export function ImportPanel() {
  const me = useNewsroom(s => s.me)
  const context = useBudgetContext()
  const [text, setText] = useState('')
  const [page, setPage] = useState<ImportedPage | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [place, setPlace] = useState<string | null>(null)
  const [changesOf, setChangesOf] = useState<ChangesOf>('all')
  const { busy, failure, attempt, dismiss } = useAttempt<'read' | 'accept'>()
  const [over, setOver] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const chosen = useMemo(() => page && chosenStories(page, left), [page, left])

  const read = (source: string | Blob) =>
    attempt('read', async () => {
      const long = typeof source === 'string' && source.length > longestString
      setPage(await client.intake.readPageText({ source: long ? new Blob([source]) : source }))
      setLeft(new Set())
      setChangesOf('all')
    })
  const accept = () =>
    attempt('accept', async () => {
      if (!chosen) return
      const rows = await client.intake.accept({
        by: me,
        imported: chosen,
        ...placeOfKey(chosenPlace),
      })
      showRows(rows)
      noteImported(rows)
      const first = rows[0]
      if (first) openStory(first.id)
      else endImport()
    })
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) void read(dropped)
  }
  const chosenPlace = place ?? placeKey({ editionId: context.edition, page: null })
  const takes = (chosen?.stories.length ?? 0) + (chosen && chosen.photos.length > 0 ? 1 : 0)
  return (
    <div className="import" aria-label="导入版面文字">
      <header className="import-bar">
        <h2>导入版面文字</h2>
        <span className="quiet">
          {page ? '看过再收，收之前什么都不存' : '从版面 PDF 里复制整版文字粘进来，或打开文字文件'}
        </span>
        <span className="space" />
        {page && (
          <Button onClick={() => setPage(null)} disabled={busy !== null}>
            换一份
          </Button>
        )}
        <Button onClick={endImport}>不导了</Button>
        {page && (
          <>
            <Select
              aria-label="收到哪一期哪一版"
              value={chosenPlace}
              onChange={setPlace}
              popupMatchSelectWidth={false}
              options={placesOf(context, null)}
            />
            <Button
              type="primary"
              loading={busy === 'accept'}
              disabled={takes === 0}
              onClick={() => void accept()}
            >
              收进稿库 {takes} 篇
            </Button>
          </>
        )}
      </header>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {page && chosen ? (
        <div className="import-read">
          <section className="read" aria-label="读出的稿件">
            {page.strap !== null && (
              <p className="strap">
                <span>专题栏头</span> {page.strap}
              </p>
            )}
            <ul>
              {page.stories.map((story, index) => (
                <StoryCard
                  key={index}
                  story={story}
                  index={index}
                  taken={!left.has(index)}
                  changes={page.changes.filter(change => change.story === index).length}
                  onChanges={() => setChangesOf(index)}
                  onTake={taken => {
                    const next = new Set(left)
                    if (taken) next.delete(index)
                    else next.add(index)
                    setLeft(next)
                  }}
                  onChange={changed =>
                    setPage({
                      ...page,
                      stories: page.stories.map((one, at) => (at === index ? changed : one)),
                    })
                  }
                />
              ))}
            </ul>
            {page.photos.length > 0 && (
              <div className="loose">
                <h3>没有归到哪一篇的图说，收作一条图片新闻</h3>
                {page.photos.map((photo, at) => (
                  <p key={at}>
                    {photo.caption} <b>{photo.credit || '缺署名'}</b>
                  </p>
                ))}
              </div>
            )}
            {page.leftover.length > 0 && (
              <div className="loose">
                <h3>没有收进稿里的行</h3>
                {page.leftover.map((words, at) => (
                  <p key={at}>{words}</p>
                ))}
              </div>
            )}
          </section>
          <ChangeList page={page} story={changesOf} onStory={setChangesOf} />
        </div>
      ) : (
        <div
          className={over ? 'import-source over' : 'import-source'}
          onDragOver={event => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Spin spinning={busy === 'read'} description="正在读">
            <textarea
              aria-label="版面文字"
              placeholder="在这里粘贴整版文字，也可以把文字文件拖进来"
              value={text}
              spellCheck={false}
              autoFocus
              onChange={event => setText(event.target.value)}
              onPaste={event => {
                const pasted = event.clipboardData.getData('text/plain')
                if (text !== '' || pasted.trim() === '') return
                // A whole page at one stroke is read at once.
                event.preventDefault()
                setText(pasted)
                void read(pasted)
              }}
            />
          </Spin>
          <div className="import-acts">
            <Button
              type="primary"
              disabled={text.trim() === ''}
              loading={busy === 'read'}
              onClick={() => void read(text)}
            >
              读成稿件
            </Button>
            <Button onClick={() => file.current?.click()}>打开文件</Button>
            <span className="quiet">纯文本，UTF-8、UTF-16 或 GBK，不超过 20 MB</span>
            <input
              ref={file}
              type="file"
              hidden
              aria-label="选文字文件"
              onChange={event => {
                const picked = event.currentTarget.files?.[0]
                event.currentTarget.value = ''
                if (picked) void read(picked)
              }}
            />
          </div>
        </div>
      )}
    </div>
  )
}
