import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The orange of a film leader; shade 7 carries white text at 5.2 to 1. */
const leader: MantineColorsTuple = [
  '#fff7ed',
  '#ffedd5',
  '#fed7aa',
  '#fdba74',
  '#fb923c',
  '#f97316',
  '#ea580c',
  '#c2410c',
  '#9a3412',
  '#7c2d12',
]

export const theme = createTheme({
  colors: { leader },
  primaryColor: 'leader',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '650', textWrap: 'balance' },
  components: {
    Alert: { styles: { body: { minWidth: 0 }, label: { whiteSpace: 'normal' } } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
})

/** Text that steps back is still read: at least 4.5 to 1 on the page, on cards and on tinted fields. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#625d56', '--mantine-color-teal-light-color': '#066647' },
  dark: { '--mantine-color-dimmed': '#b0a89d' },
})
