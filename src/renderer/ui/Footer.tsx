import { clockTime } from './clock'
import { useFooter } from './footer'
import { useNewsroom } from './newsroom'

export function Footer() {
  const { text, saved } = useFooter()
  const up = useNewsroom(s => s.up)
  const zone = useNewsroom(s => s.paper.timeZone)
  const state = !up
    ? { tone: 'red', words: '连接断开，文字留在窗口里，正在重连' }
    : saved.kind === 'saved'
      ? { tone: 'green', words: saved.at ? `已存 ${clockTime(saved.at, zone)}` : '全部已存' }
      : { tone: 'amber', words: '正在存' }
  return (
    <footer className="footer">
      <span role="status" data-saved={up ? saved.kind : 'offline'}>
        <i className={`dot ${state.tone}`} />
        {state.words}
      </span>
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
}
