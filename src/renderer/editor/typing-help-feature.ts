import { newsroomNow } from '../newsroom/newsroom'
import type { EditorFeature } from './editor-feature'
import { typingHelp } from './typing-help'
import { switchedOff } from './typing-help-switches'

/** 标点帮手. */
export const typingHelpFeature: EditorFeature = {
  name: 'typing help',
  // Asked at every stroke, so that a switch works at once.
  plugins: () => [typingHelp(name => !switchedOff(newsroomNow().memory).includes(name))],
}
