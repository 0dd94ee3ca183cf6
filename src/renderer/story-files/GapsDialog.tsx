import { Button, Modal } from 'antd'
import type { StoryGaps } from '../../shared/contract'
import { settleGaps, useStoryFiles } from './make-files'
import './story-files.css'

/** Characters that GBK lacks, with their places, before anything is written. */
export function GapsDialog() {
  const asked = useStoryFiles(s => s.asked)
  if (!asked) return null
  const count = asked.stories.reduce((sum, story) => sum + story.gaps.length, 0)
  return (
    <Modal
      open
      width={560}
      title={`GBK 里没有这 ${count} 处的字`}
      onCancel={() => void settleGaps(null)}
      footer={
        <>
          <Button onClick={() => void settleGaps(null)}>先不导出</Button>
          <Button onClick={() => void settleGaps('gbk')}>照样导出，缺字写成〓</Button>
          <Button type="primary" autoFocus onClick={() => void settleGaps('utf-8')}>
            改存 UTF-8
          </Button>
        </>
      }
    >
      <div className="gap-list">
        {asked.stories.map(story => (
          <StoryGapList key={story.id} story={story} isNamed={asked.order.ids.length > 1} />
        ))}
      </div>
    </Modal>
  )
}

function StoryGapList({ story, isNamed }: { story: StoryGaps; isNamed: boolean }) {
  return (
    <section aria-label={story.headline || '无题'}>
      {isNamed && (
        <h4>
          {story.number} {story.headline || '无题'}
        </h4>
      )}
      <table>
        <tbody>
          {story.gaps.map(({ character, code, part, before, after }, at) => (
            <tr key={at}>
              <td className="gap-character">{character}</td>
              <td className="faint">{code}</td>
              <td>{part}</td>
              <td className="gap-place">
                {before}
                <mark>{character}</mark>
                {after}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
