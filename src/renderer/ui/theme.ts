import { theme as antTheme, type ThemeConfig } from 'antd'

/**
 * The desk's colours, in one place. Colour has one meaning each: red is what stops a page, blue what can be
 * pressed or is being written, amber asks, green is signed or fits. In the dark the desk, the paper and the
 * ink change; the pens keep their meaning.
 */
const light = {
  desk: '#ECE9E3',
  table: '#DAD6CD',
  panel: '#F7F5F1',
  paper: '#FFFEFB',
  line: '#DDD8CE',
  'line-soft': '#EAE6DE',
  ink: '#1E1C19',
  'ink-2': '#5F5A51',
  'ink-3': '#767064',
  'on-ink': '#FFFFFF',
  pen: '#1D4E89',
  'pen-soft': '#E3ECF6',
  red: '#C0311E',
  'red-soft': '#FBE9E5',
  amber: '#A86A08',
  'amber-soft': '#FBF1DC',
  green: '#2C7A4B',
  'green-soft': '#E4F2E8',
  shadow: '#3a2f1a22',
} as const

export type Palette = Readonly<Record<keyof typeof light, string>>

const dark: Palette = {
  desk: '#211F1C',
  table: '#191714',
  panel: '#2A2723',
  paper: '#322F2A',
  line: '#45413A',
  'line-soft': '#3A362F',
  ink: '#EDE9E1',
  'ink-2': '#BDB6A9',
  'ink-3': '#968F82',
  'on-ink': '#1E1C19',
  pen: '#7FB0E8',
  'pen-soft': '#24384F',
  red: '#F0806E',
  'red-soft': '#4A2620',
  amber: '#E0AA52',
  'amber-soft': '#43351B',
  green: '#74C391',
  'green-soft': '#22402D',
  shadow: '#00000066',
}

/** What is drawn on a newspaper page: it stays white in the dark, so the pens on it do too. */
const onSheet = {
  sheet: light.paper,
  'sheet-ink': light.ink,
  'sheet-ink-2': light['ink-2'],
  'sheet-line': light.line,
  'sheet-pen': light.pen,
  'sheet-pen-soft': light['pen-soft'],
  'sheet-red': light.red,
  'sheet-amber': light.amber,
  'on-pen': light['on-ink'],
} as const

export type Appearance = 'light' | 'dark'

export const paletteOf = (appearance: Appearance): Palette => (appearance === 'dark' ? dark : light)

export const systemAppearance = (): Appearance =>
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

/** Puts the palette into CSS variables (--desk, --ink-2 …), which every style sheet reads. */
export function applyPalette(appearance: Appearance): void {
  const root = document.documentElement
  for (const [name, colour] of Object.entries({ ...paletteOf(appearance), ...onSheet }))
    root.style.setProperty(`--${name}`, colour)
  root.style.colorScheme = appearance
  root.dataset['appearance'] = appearance
}

/** The same palette for Ant Design's components. */
export function antThemeOf(appearance: Appearance): ThemeConfig {
  const p = paletteOf(appearance)
  return {
    algorithm:
      appearance === 'dark'
        ? [antTheme.darkAlgorithm, antTheme.compactAlgorithm]
        : [antTheme.defaultAlgorithm, antTheme.compactAlgorithm],
    token: {
      colorPrimary: p.pen,
      colorInfo: p.pen,
      colorLink: p.pen,
      colorError: p.red,
      colorWarning: p.amber,
      colorSuccess: p.green,
      colorText: p.ink,
      colorTextSecondary: p['ink-2'],
      colorTextTertiary: p['ink-3'],
      colorTextPlaceholder: p['ink-3'],
      colorBorder: p.line,
      colorBorderSecondary: p['line-soft'],
      colorBgLayout: p.desk,
      colorBgContainer: p.paper,
      colorBgElevated: p.paper,
      controlItemBgActive: p['pen-soft'],
      controlItemBgActiveHover: p['pen-soft'],
      fontFamily: 'var(--ui)',
      // The compact algorithm takes the next smaller size as its base: 15 gives the desk's 13.
      fontSize: 15,
      controlHeight: 28,
      controlHeightSM: 24,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      wireframe: false,
    },
    components: {
      Button: {
        primaryColor: p['on-ink'],
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        contentFontSize: 13,
      },
      Table: { headerBg: p.panel, headerColor: p['ink-2'], rowHoverBg: p.panel, borderColor: p['line-soft'] },
    },
  }
}
