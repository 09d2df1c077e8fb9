import { Button, Group, Input, NumberInput, Stack, Text } from '@mantine/core'
import { AddFile } from './add-file.tsx'
import type { FormState } from './form-state.ts'

/** A character from one to three seconds of a video. */
export function Character({ form, change }: { form: FormState; change(part: Partial<FormState>): void }) {
  return (
    <Stack gap="xs">
      <Input.Label labelElement="div">
        Character
        <Text span size="sm" c="dimmed">
          {' '}
          optional, from a video
        </Text>
      </Input.Label>
      {form.character === '' ? (
        <AddFile accept="video/*" what="video" onAdd={(character) => change({ character })} />
      ) : (
        <>
          <video src={form.character} controls muted style={{ width: '100%', maxHeight: 180, borderRadius: 8 }} />
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <Second
              label="From second"
              value={form.characterStart}
              onChange={(characterStart) => change({ characterStart })}
            />
            <Second label="To second" value={form.characterEnd} onChange={(characterEnd) => change({ characterEnd })} />
            <Button variant="default" onClick={() => change({ character: '' })}>
              Remove
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}

function Second({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={(seconds) => onChange(Number(seconds) || 0)}
      min={0}
      step={0.5}
      decimalScale={2}
    />
  )
}
