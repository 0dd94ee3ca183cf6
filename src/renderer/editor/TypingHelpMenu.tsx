import { Button, Checkbox, Popover } from 'antd'
import { typingSwitches, type TypingSwitch } from '../../shared/style/typing-switches'
import { remember, useNewsroom } from '../newsroom/newsroom'
import { helpKey, switchedOff } from './typing-help-switches'

const names = Object.keys(typingSwitches) as TypingSwitch[]

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
              {typingSwitches[name]}
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
