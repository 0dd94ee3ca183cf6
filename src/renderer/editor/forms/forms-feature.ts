import type { EditorFeature } from '../editor-feature'
import { datelineInput } from './dateline-input'
import { houseForms } from './house-forms'

/** House forms that come by themselves: 电头, 署名, 摄影署名. */
export const formsFeature: EditorFeature = {
  name: 'forms',
  plugins: () => [...datelineInput, houseForms],
}
