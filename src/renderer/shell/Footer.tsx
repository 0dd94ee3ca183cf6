import { memo, useEffect, useRef } from 'react'
import { clockTime } from '../ui/clock'
import { useFooter } from '../ui/footer'
import { useNewsroom } from '../newsroom/newsroom'

export const Footer = memo(function Footer() {
  const text = useFooter(s => s.text)
  return (
    <footer className="footer">
      <Saved />
      {text.left.map((item, at) => (
        // What was said last may be long: it gives way to the keys at the right.
        <span
          key={item.text}
          className={`${item.tone ?? ''} ${at === text.left.length - 1 ? 'gives' : ''}`}
          title={item.text}
        >
          {item.text}
        </span>
      ))}
      <span className="space" />
      <span>{text.right}</span>
    </footer>
  )
})

const unsavedWords = {
  saving: { words: '正在存', tone: 'amber' },
  waiting: { words: '正在存', tone: 'amber' },
  stuck: { words: '还没存下，正在再试；文字留在窗口里', tone: 'red' },
  refused: { words: '有文字没有存下，留在窗口里', tone: 'red' },
} as const

/** Whether what is typed is in the newsroom's keeping: in words, and to the moment for whoever asks the element. */
function Saved() {
  const up = useNewsroom(s => s.up)
  const zone = useNewsroom(s => s.paper.timeZone)
  const told = useFooter(s => s.told)
  const savedWords = told.at ? `已存 ${clockTime(told.at, zone)}` : '全部已存'
  const { words, tone } = { saved: { words: savedWords, tone: 'green' }, ...unsavedWords }[told.kind]
  const status = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // At every key: not worth a render, which would come between the key and its character.
    const mark = () => {
      if (status.current) status.current.dataset['saved'] = up ? useFooter.getState().saved.kind : 'offline'
    }
    mark()
    return useFooter.subscribe(mark)
  }, [up])
  return (
    <span role="status" ref={status}>
      <i className={`dot ${up ? tone : 'red'}`} />
      {up ? words : '连接断开，文字留在窗口里，正在重连'}
    </span>
  )
}
