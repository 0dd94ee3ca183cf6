import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Edition, EditionPage, PageTemplate } from '../../shared/contract'
import { pageFactsOf } from '../../shared/page/page-facts'
import type { Paper } from '../../shared/page/paper'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { pageNumberName } from '../newsroom/edition-name'
import { FailureNote } from '../ui/FailureNote'
import { openPage, useNewsroom } from '../newsroom/newsroom'
import { useMay } from '../newsroom/use-may'
import { creditsText, readCredits } from './page-credits'

interface Props {
  readonly edition: Edition
  readonly papers: readonly Paper[]
  readonly templates: readonly PageTemplate[]
}

/** An edition's pages: names, and who answers for each as its 报眉 prints it. */
export function EditionPages({ edition, papers }: Props) {
  const people = useNewsroom(s => s.people)
  const paperName = useNewsroom(s => s.paper.name)
  const { busy, failure, attempt, dismiss } = useAttempt<'change' | 'add' | 'remove'>()
  const [draft, setDraft] = useState<{ id: string; name: string; credits: string } | null>(null)
  const toChange = useMay('editions.changePage')
  const toRemove = useMay('editions.removePage')
  const toAdd = useMay('editions.addPage')
  const read = draft ? readCredits(draft.credits) : null
  const printed = (page: EditionPage) => pageFactsOf(paperName, edition, page, people).credits
  const save = (change: { id: string; name: string }, credits: EditionPage['credits']) =>
    attempt('change', async () => {
      await client.editions.changePage({ pageId: change.id, name: change.name.trim(), credits })
      setDraft(null)
    })
  const add = () =>
    attempt('add', async () => {
      const { states } = await client.pages.open({ editionId: edition.id })
      const last = states.at(-1)?.layout.paper.id
      const paperId = papers.some(paper => paper.id === last) ? last! : (papers[0]?.id ?? '')
      await client.editions.addPage({
        editionId: edition.id,
        page: { name: '', paperId, templateId: null },
      })
    })
  return (
    <div className="edition-pages">
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      <ul>
        {edition.pages.map((page, at) => {
          const isLast = at === edition.pages.length - 1
          if (draft?.id === page.id) {
            return (
              <li key={page.id}>
                <b>{pageNumberName(page.number)}</b>
                <form
                  onSubmit={event => {
                    event.preventDefault()
                    if (read?.ok) void save(draft, read.credits)
                  }}
                >
                  <Input
                    aria-label="版名"
                    autoFocus
                    maxLength={20}
                    placeholder="版名"
                    value={draft.name}
                    onChange={event => setDraft({ ...draft, name: event.target.value })}
                  />
                  <Input
                    aria-label="报眉署名"
                    placeholder="责编 周岚 版面 何青；空着就按岗位"
                    value={draft.credits}
                    status={read?.ok ? '' : 'error'}
                    onChange={event => setDraft({ ...draft, credits: event.target.value })}
                  />
                  <Button type="primary" htmlType="submit" loading={busy === 'change'} disabled={!read?.ok}>
                    存
                  </Button>
                  <Button onClick={() => setDraft(null)}>不改了</Button>
                  {read && !read.ok && (
                    <span className="problem" role="alert">
                      {read.problem}
                    </span>
                  )}
                </form>
              </li>
            )
          }
          return (
            <li key={page.id}>
              <b>{pageNumberName(page.number)}</b>
              <span className="page-name">{page.name || '（没有版名）'}</span>
              <span className="quiet credits" title={page.credits ? undefined : '按岗位，每岗第一人'}>
                {creditsText(printed(page))}
              </span>
              <Button type="text" size="small" onClick={() => openPage(page.id)}>
                看
              </Button>
              <Button
                type="text"
                size="small"
                aria-label={`改${pageNumberName(page.number)}`}
                {...toChange}
                onClick={() =>
                  setDraft({ id: page.id, name: page.name, credits: creditsText(page.credits ?? []) })
                }
              >
                改
              </Button>
              <Popconfirm
                title={`撤掉${pageNumberName(page.number)}？`}
                description="版上没有稿件才撤得掉。"
                okText="撤掉"
                cancelText="留着"
                onConfirm={() =>
                  void attempt('remove', async () => {
                    await client.editions.removePage({ pageId: page.id })
                  })
                }
              >
                <Button
                  type="text"
                  size="small"
                  disabled={toRemove.disabled || !isLast || edition.pages.length === 1}
                  title={toRemove.title ?? (isLast ? undefined : '从最后一版撤起')}
                >
                  撤
                </Button>
              </Popconfirm>
            </li>
          )
        })}
      </ul>
      <Button size="small" {...toAdd} loading={busy === 'add'} onClick={() => void add()}>
        加一版
      </Button>
    </div>
  )
}
