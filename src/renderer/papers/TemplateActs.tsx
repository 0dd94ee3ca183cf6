import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { applyTemplate } from '../../shared/page/changes/apply-template'
import type { PageLayout } from '../../shared/page/layout'
import { useAttempt } from '../newsroom/attempt'
import { client } from '../newsroom/client'
import { FailureNote } from '../ui/FailureNote'
import { changePage, newFrameId } from '../newsroom/page-store'
import { useMay } from '../newsroom/use-may'
import { showTemplates, usePageSettings } from './page-settings'
import { TemplateSketch } from './TemplatesPanel'

interface Props {
  readonly pageId: string
  readonly layout: PageLayout
  /** What a new template is called at first: 要闻. */
  readonly name: string
}

/** 版式: keeps this page as a pattern, or lays it out after one. */
export function TemplateActs({ pageId, layout, name }: Props) {
  const { templates } = usePageSettings()
  const [open, setOpen] = useState<'keep' | 'apply' | null>(null)
  const [text, setText] = useState(name)
  const { busy, failure, attempt, dismiss } = useAttempt<'keep'>()
  const toKeep = useMay('pages.saveTemplate')
  const toApply = useMay('pages.submit')
  const keep = () =>
    attempt('keep', async () => {
      showTemplates(await client.pages.saveTemplate({ pageId, name: text.trim() }))
      setOpen(null)
    })
  return (
    <>
      <Popover
        trigger="click"
        open={open === 'keep'}
        onOpenChange={isOpen => {
          setOpen(isOpen ? 'keep' : null)
          setText(name)
          dismiss()
        }}
        content={
          <form
            className="template-keep"
            onSubmit={event => {
              event.preventDefault()
              if (text.trim() !== '') void keep()
            }}
          >
            <p className="quiet">留下文框的位置和题样，不留稿件。</p>
            <Input
              aria-label="版式名"
              autoFocus
              maxLength={40}
              value={text}
              onChange={event => setText(event.target.value)}
            />
            <Button type="primary" htmlType="submit" loading={busy === 'keep'} disabled={text.trim() === ''}>
              存
            </Button>
            {failure && <FailureNote failure={failure} onClose={dismiss} />}
          </form>
        }
      >
        <Button size="small" {...toKeep}>
          存为版式
        </Button>
      </Popover>
      <Popover
        trigger="click"
        open={open === 'apply'}
        onOpenChange={isOpen => setOpen(isOpen ? 'apply' : null)}
        content={
          templates.length === 0 ? (
            <p className="quiet">版式库还是空的，先把排好的版存为版式。</p>
          ) : (
            <ul className="template-choice">
              {templates.map(template => (
                <li key={template.id}>
                  <button
                    type="button"
                    onClick={() => {
                      changePage(pageId, `套用版式“${template.name}”`.slice(0, 40), [
                        ...applyTemplate(layout, template.layout, newFrameId),
                      ])
                      setOpen(null)
                    }}
                  >
                    <TemplateSketch template={template} height={110} />
                    <span title={template.name}>{template.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      >
        <Button size="small" {...toApply}>
          套用版式
        </Button>
      </Popover>
    </>
  )
}
