import { Button, Checkbox, Popover } from 'antd'
import { remember, useNewsroom } from '../newsroom/newsroom'
import { typingHelpNames, type TypingHelp } from './typing-help'
import { helpKey, switchedOff } from './typing-help-switches'

const names = Object.keys(typingHelpNames) as TypingHelp[]

/** What is set right while one types, each with its switch; they are the person's own. */
export function TypingHelpMenu() {
  const memory = useNewsroom(s => s.memory)
  const off = switchedOff(memory)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="typing-help">
          <p className="quiet">打字时顺手改好，退格一次就还原。</p>
          {names.map(name => (
            <Checkbox
              key={name}
              checked={!off.includes(name)}
              onChange={event =>
                remember(helpKey, event.target.checked ? off.filter(one => one !== name) : [...off, name])
              }
            >
              {typingHelpNames[name]}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button type="text" size="small">
        标点帮手
      </Button>
    </Popover>
  )
}
