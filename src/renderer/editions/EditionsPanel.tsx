import { Button, Empty, Popconfirm } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Edition } from '../../shared/contract'
import { papers as presets, type Paper } from '../../shared/page/paper'
import { useReference } from '../newsroom/reference-tab'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { editionName } from '../newsroom/edition-name'
import { FailureNote } from '../ui/FailureNote'
import { sayInFooter } from '../ui/footer'
import { chooseEdition, chooseMade, newsroomNow, openPage, useNewsroom } from '../newsroom/newsroom'
import { useMay } from '../newsroom/use-may'
import { usePageSettings } from '../papers/page-settings'
import { EditionPages } from './EditionPages'
import { NewEditionForm, rowKey, type EditionDraft } from './NewEditionForm'
import { nextEdition } from './next-edition'
import './editions.css'

/** What a new edition starts as: the newest one's pages again, on their papers. */
async function draftFrom(editions: readonly Edition[], papers: readonly Paper[]): Promise<EditionDraft> {
  const newest = editions[0]
  const today = new Date().toISOString().slice(0, 10)
  const states = newest ? (await client.pages.open({ editionId: newest.id })).states : []
  const known = new Set(papers.map(paper => paper.id))
  const first = papers[0]?.id ?? presets[0]!.id
  const pages = newest?.pages.map(page => {
    const paperId = states.find(state => state.pageId === page.id)?.layout.paper.id ?? first
    return { key: rowKey(), name: page.name, paperId: known.has(paperId) ? paperId : first, templateId: null }
  })
  return {
    ...nextEdition(editions, today),
    pages: pages ?? [{ key: rowKey(), name: '要闻', paperId: first, templateId: null }],
  }
}

/** 期和版: every edition with its pages; a new one; names and people of pages. */
export function EditionsPanel() {
  const editions = useNewsroom(s => s.editions)
  const current = useNewsroom(s => s.edition)
  const wanted = useReference(s => s.newEdition)
  const { papers, templates } = usePageSettings()
  const [draft, setDraft] = useState<EditionDraft | null>(null)
  const { busy, failure, attempt, dismiss } = useAttempt<'draft' | 'create' | 'remove'>()

  const toCreate = useMay('editions.create')
  const toRemove = useMay('editions.remove')
  const start = () => attempt('draft', async () => setDraft(await draftFrom(newsroomNow().editions, papers)))
  const startWanted = useEffectEvent(() => void (toCreate.disabled || start()))
  useEffect(() => {
    if (!wanted || papers.length === 0) return
    useReference.setState({ newEdition: false })
    startWanted()
  }, [wanted, papers.length])
  useEffect(() => sayInFooter({ left: [{ text: `${editions.length} 期` }], right: '' }), [editions.length])

  const create = (made: EditionDraft) =>
    attempt('create', async () => {
      const { date, number, pages } = made
      const edition = await client.editions.create({
        date,
        number,
        pages: pages.map(({ name, paperId, templateId }) => ({ name: name.trim(), paperId, templateId })),
      })
      setDraft(null)
      chooseMade(edition)
    })
  const remove = (edition: Edition) =>
    attempt('remove', async () => {
      await client.editions.remove({ id: edition.id })
    })
  return (
    <section className="drawer editions" aria-label="期和版">
      <header>
        <h3>期和版</h3>
        {!draft && (
          <Button type="primary" {...toCreate} loading={busy === 'draft'} onClick={() => void start()}>
            新出一期
          </Button>
        )}
      </header>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {draft && (
        <NewEditionForm
          draft={draft}
          papers={papers}
          templates={templates}
          editions={editions}
          busy={busy === 'create'}
          onChange={setDraft}
          onSave={() => void create(draft)}
          onCancel={() => setDraft(null)}
        />
      )}
      {editions.length === 0 && !draft && <Empty description="还没有出过报。先新出一期，定好日期和版数。" />}
      <ul className="edition-list">
        {editions.map(edition => (
          <li key={edition.id} className={edition.id === current ? 'on' : ''}>
            <div className="edition-line">
              <b>{editionName(edition)}</b>
              <span className="quiet">
                {edition.date} · {edition.pages.length} 版
              </span>
              <span className="space" />
              {edition.id === current ? (
                <span className="tag blue">正在做</span>
              ) : (
                <Button type="text" size="small" onClick={() => chooseEdition(edition.id)}>
                  做这一期
                </Button>
              )}
              <Button
                type="text"
                size="small"
                onClick={() => {
                  chooseEdition(edition.id)
                  const first = edition.pages[0]
                  if (first) openPage(first.id)
                }}
              >
                看版面
              </Button>
              <Popconfirm
                title={`撤掉${editionName(edition)}？`}
                description="版上没有稿件才撤得掉，稿件都留在稿库。"
                okText="撤掉"
                cancelText="留着"
                onConfirm={() => void remove(edition)}
              >
                <Button
                  type="text"
                  size="small"
                  disabled={toRemove.disabled || editions.length === 1}
                  title={toRemove.title}
                >
                  撤
                </Button>
              </Popconfirm>
            </div>
            {edition.id === current && (
              <EditionPages edition={edition} papers={papers} templates={templates} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
