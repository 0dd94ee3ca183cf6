import { Button, Dropdown } from 'antd'
import { useEffect, useState } from 'react'
import type { StoryTemplate } from '../../shared/contract'
import { client, failureOf } from '../newsroom/client'
import { createStory } from './budget-actions'
import { showFailure } from './notice'

const blank = 'blank'

/** 新稿: a menu of templates, and a blank sheet. */
export function NewStoryButton({ size = 'small' }: { readonly size?: 'small' | 'middle' }) {
  /** Null until they are known: a menu must not grow under the hand. */
  const [templates, setTemplates] = useState<readonly StoryTemplate[] | null>(null)
  useEffect(() => {
    client.stories.templates().then(setTemplates, (error: unknown) => {
      setTemplates([])
      showFailure(failureOf(error))
    })
  }, [])
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(templates ?? []).map(({ name, plannedCharacters }) => ({
            key: `template:${name}`,
            label: name,
            ...(plannedCharacters === null ? {} : { extra: `${plannedCharacters} 字` }),
          })),
          { type: 'divider' as const },
          { key: blank, label: '空白稿' },
        ],
        onClick: ({ key }) => void createStory(key === blank ? null : key.slice('template:'.length)),
      }}
    >
      <Button type="primary" size={size} disabled={templates === null}>
        新稿
      </Button>
    </Dropdown>
  )
}
