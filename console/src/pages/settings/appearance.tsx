import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { SectionCard } from '../../parts/section-card.tsx'

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const

export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SectionCard title="Appearance" lead="For this browser.">
      <SegmentedControl
        aria-label="Appearance"
        fullWidth
        data={[...schemes]}
        value={colorScheme}
        onChange={(value) => setColorScheme(schemes.find((scheme) => scheme.value === value)?.value ?? 'auto')}
      />
    </SectionCard>
  )
}
