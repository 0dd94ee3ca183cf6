import { Button, Select } from 'antd'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ImportedPage } from '../../shared/contract'
import type { ReadAs } from '../../shared/contract/drafts'
import { noteImported } from '../budget/budget-actions'
import { placesOf } from '../budget/columns/place-column'
import { placeKey, placeOfKey } from '../../shared/budget/row-place'
import { useBudgetContext } from '../budget/use-budget-context'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { hushFooter } from '../ui/footer'
import { endImport, openStory, showRows } from '../newsroom/newsroom'
import { unsentUntil } from '../newsroom/unsent'
import { chosenStories } from './chosen-stories'
import { decide, type Decision } from './draft-decisions'
import { DraftSheet } from './DraftSheet'
import { putOnPanel, useImport, type Source } from './import-source'
import { PageReading } from './PageReading'
import { SourceArea } from './SourceArea'
import './import.css'
import './draft.css'

const onDecide = (decision: Decision): void =>
  useImport.setState(({ decisions }) => ({ decisions: decide(decisions, decision) }))

/** 来稿: put in whatever came, look at what was read and what was changed, take it into the budget. */
export function ImportPanel() {
  const context = useBudgetContext()
  const { waiting, taken, left, decisions } = useImport()
  const [place, setPlace] = useState<string | null>(null)
  const { busy, failure, attempt, dismiss } = useAttempt<'read' | 'accept'>()
  const stop = useRef<AbortController | null>(null)
  const page = taken?.read.kind === 'page' ? taken.read.page : null
  const chosen = useMemo(() => page && chosenStories(page, left), [page, left])

  const read = (source: Source, as: ReadAs) =>
    attempt('read', async () => {
      stop.current?.abort()
      const leaving = new AbortController()
      stop.current = leaving
      try {
        const found = await client.intake.read({ source: source.from, as }, { signal: leaving.signal })
        putOnPanel({ source, read: found })
      } catch (error) {
        if (!leaving.signal.aborted) throw error
      }
    })
  const begin = useEffectEvent((source: Source) => void read(source, null))
  useEffect(() => {
    if (!waiting) return
    useImport.setState({ waiting: null })
    begin(waiting)
  }, [waiting])
  useEffect(() => () => stop.current?.abort(), [])
  useEffect(hushFooter, [])

  const chosenPlace = place ?? placeKey({ editionId: context.edition, page: null })
  const takes = chosen ? chosen.stories.length + (chosen.photos.length > 0 ? 1 : 0) : taken ? 1 : 0
  const accept = () =>
    attempt('accept', async () => {
      if (!taken || takes === 0) return
      const where = placeOfKey(chosenPlace)
      const take = async () =>
        chosen
          ? client.intake.acceptPage({ ...where, imported: chosen })
          : [
              await client.intake.acceptStory({
                ...where,
                source: taken.source.from,
                name: taken.source.name.slice(-255),
                choices: { reverted: [...decisions.reverted], answers: decisions.answers },
              }),
            ]
      const rows = await unsentUntil(take())
      putOnPanel(null)
      showRows(rows)
      const first = rows[0]
      if (first) openStory(first.id)
      else endImport()
      noteImported(rows)
    })
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!taken || busy !== null || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
    if (event.key === 'Enter') void accept()
    else if (event.key === 'z' && !event.shiftKey && !inField) onDecide({ kind: 'undo' })
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])

  const setPage = (next: ImportedPage) =>
    taken?.read.kind === 'page' &&
    useImport.setState({ taken: { ...taken, read: { ...taken.read, page: next } } })
  return (
    <div className="import" aria-label="导入来稿">
      <header className="import-bar">
        <h2>来稿</h2>
        <span className="quiet source-name" title={taken?.source.name}>
          {taken && busy === 'read' && '正在读 · '}
          {taken ? taken.source.name || '粘贴来的' : '粘贴、拖进来或选文件，看过再收'}
        </span>
        {taken?.read.isEither && (
          <Button
            size="small"
            loading={busy === 'read'}
            onClick={() => void read(taken.source, page ? 'story' : 'page')}
          >
            {page ? '其实是一篇稿' : '其实是一个版'}
          </Button>
        )}
        <span className="space" />
        {taken && (
          <Button onClick={() => putOnPanel(null)} disabled={busy !== null}>
            换一份
          </Button>
        )}
        <Button
          onClick={() => {
            putOnPanel(null)
            endImport()
          }}
        >
          不导了
        </Button>
        {taken && (
          <>
            <Select
              aria-label="收到哪一期哪一版"
              value={chosenPlace}
              onChange={setPlace}
              popupMatchSelectWidth={false}
              options={placesOf(context, [])}
            />
            <Button
              type="primary"
              title="Ctrl Enter"
              loading={busy === 'accept'}
              disabled={takes === 0}
              onClick={() => void accept()}
            >
              收进稿库{page ? ` ${takes} 篇` : ''}
            </Button>
          </>
        )}
      </header>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {!taken && (
        <SourceArea
          isReading={busy === 'read'}
          onSource={source => void read(source, null)}
          onStop={() => stop.current?.abort()}
        />
      )}
      {page && (
        <PageReading
          page={page}
          left={left}
          onPage={setPage}
          onLeft={next => useImport.setState({ left: next })}
        />
      )}
      {taken?.read.kind === 'story' && (
        <DraftSheet
          draft={taken.read.draft}
          thumbnails={taken.read.thumbnails}
          decisions={decisions}
          onDecide={onDecide}
        />
      )}
    </div>
  )
}
