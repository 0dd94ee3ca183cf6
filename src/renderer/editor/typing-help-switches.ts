import { typingSwitches, type TypingSwitch } from '../../shared/style/typing-switches'

/** Under which key the desk remembers what a person has switched off. */
export const helpKey = 'typingHelp.off'

/** What a person has switched off; what the desk does not know any more is left out. */
export function switchedOff(memory: Readonly<Record<string, unknown>>): TypingSwitch[] {
  const kept = memory[helpKey]
  return Array.isArray(kept) ? kept.filter((name): name is TypingSwitch => name in typingSwitches) : []
}
