import { Button, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import { geometryOf, type Paper } from '../../shared/page/paper'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { sayInFooter } from '../ui/footer'
import { useMay } from '../newsroom/use-may'
import { showPapers, usePageSettings } from './page-settings'
import { capacityOf } from './paper-draft'
import { PaperForm } from './PaperForm'
import './papers.css'

/** 版面规格: the newsroom's papers, each changed in a form beside a page of it. */
export function PapersPanel() {
  const { papers } = usePageSettings()
  const [draft, setDraft] = useState<Paper | null>(null)
  const { busy, failure, attempt, dismiss } = useAttempt<'save' | 'remove' | 'usual'>()
  useEffect(() => sayInFooter({ left: [{ text: `${papers.length} 种规格` }], right: '' }), [papers.length])

  const toSave = useMay('pages.savePaper')
  const toRemove = useMay('pages.removePaper')
  const toSetUsual = useMay('pages.setUsualPaper')
  const save = (paper: Paper) =>
    attempt('save', async () => {
      showPapers(await client.pages.savePaper({ paper: { ...paper, name: paper.name.trim() } }))
      setDraft(null)
    })
  return (
    <section className="drawer papers" aria-label="版面规格">
      <header>
        <h3>版面规格</h3>
      </header>
      {failure && <FailureNote failure={failure} onClose={dismiss} />}
      {draft ? (
        <PaperForm
          draft={draft}
          busy={busy === 'save'}
          onChange={setDraft}
          onSave={() => void save(draft)}
          onCancel={() => setDraft(null)}
        />
      ) : (
        <ul className="paper-list">
          {papers.map((paper, at) => (
            <li key={paper.id}>
              <PaperSketch paper={paper} />
              <div>
                <b>{paper.name}</b>{' '}
                {at === 0 && (
                  <em className="tag" title="没排期的稿按它的基本栏算行数">
                    默认
                  </em>
                )}
                <p className="quiet">
                  {paper.width}×{paper.height} 毫米 · {paper.columns} 栏 × {paper.measure} 字 × {paper.lines}{' '}
                  行 · 正文 {paper.bodySize} 磅 · 约 {capacityOf(paper)} 字
                </p>
                <Button size="small" {...toSave} onClick={() => setDraft(paper)}>
                  改
                </Button>{' '}
                <Button
                  size="small"
                  {...toSave}
                  onClick={() =>
                    setDraft({ ...paper, id: crypto.randomUUID(), name: `${paper.name.slice(0, 36)} 另一种` })
                  }
                >
                  照样新做
                </Button>{' '}
                {at > 0 && (
                  <>
                    <Button
                      size="small"
                      disabled={toSetUsual.disabled}
                      title={toSetUsual.title ?? '新出的期先用它，没排期的稿按它的基本栏算行数'}
                      onClick={() =>
                        void attempt('usual', async () =>
                          showPapers(await client.pages.setUsualPaper({ id: paper.id })),
                        )
                      }
                    >
                      设为默认
                    </Button>{' '}
                  </>
                )}
                <Popconfirm
                  title={`去掉“${paper.name}”？`}
                  description="已经排的版不受影响。"
                  okText="去掉"
                  cancelText="留着"
                  onConfirm={() =>
                    void attempt('remove', async () =>
                      showPapers(await client.pages.removePaper({ id: paper.id })),
                    )
                  }
                >
                  <Button
                    size="small"
                    type="text"
                    disabled={toRemove.disabled || papers.length === 1}
                    title={toRemove.title}
                  >
                    去掉
                  </Button>
                </Popconfirm>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The sheet with its columns, in proportion. */
function PaperSketch({ paper }: { paper: Paper }) {
  const { width, height, area, columnWidth, gutterWidth } = geometryOf(paper)
  const tall = 96
  return (
    <svg
      className="paper-sketch"
      width={(tall * width) / height}
      height={tall}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
    >
      <rect className="sheet" width={width} height={height} />
      {Array.from({ length: paper.columns }, (_, at) => (
        <rect
          key={at}
          className="column"
          x={area.x + at * (columnWidth + gutterWidth)}
          y={area.y}
          width={columnWidth}
          height={area.height}
        />
      ))}
    </svg>
  )
}
