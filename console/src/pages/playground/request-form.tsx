import {
  Collapse,
  Input,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import type { OfferedModel } from '../../api/types.ts'
import { Character } from './character.tsx'
import type { FormState } from './form-state.ts'
import { References } from './references.tsx'

interface RequestFormProps {
  form: FormState
  change(part: Partial<FormState>): void
  models: readonly OfferedModel[]
}

const pixels: Readonly<Record<string, string>> = {
  small: 'small (720p)',
  large: 'large (1024p)',
}

/** Every field of both versions, each with only the choices that the model and version have. */
export function RequestForm({ form, change, models }: RequestFormProps) {
  const model = models.find(({ name }) => name === form.model)
  const isFirst = form.version === '1.0'
  return (
    <Stack>
      <Textarea
        label="Prompt"
        placeholder="cat running on the river"
        value={form.prompt}
        onChange={(event) => change({ prompt: event.currentTarget.value })}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={32_000}
        required
      />
      <Field label="Version">
        <SegmentedControl
          fullWidth
          aria-label="Version"
          value={form.version}
          onChange={(version) => change({ version: version as FormState['version'], duration: 0, size: '' })}
          data={[
            { value: '1.0', label: '1.0 · classic' },
            { value: '2.0', label: '2.0 · pixel sizes' },
          ]}
        />
      </Field>
      <Select
        label="Model"
        value={form.model}
        onChange={(name) => name && change({ model: name })}
        data={models.map(({ name }) => name)}
        allowDeselect={false}
      />
      <Field label="Duration">
        <SegmentedControl
          fullWidth
          aria-label="Duration"
          value={String(form.duration)}
          onChange={(duration) => change({ duration: Number(duration) })}
          data={(model?.durations[form.version] ?? []).map((one) => ({ value: String(one), label: `${one} s` }))}
        />
      </Field>
      <Select
        label="Size"
        value={form.size}
        onChange={(size) => size && change({ size })}
        data={(model?.sizes[form.version] ?? []).map((value) => ({ value, label: pixels[value] ?? value }))}
        allowDeselect={false}
      />
      {isFirst && (
        <Field label="Orientation">
          <SegmentedControl
            fullWidth
            aria-label="Orientation"
            value={form.orientation}
            onChange={(orientation) => change({ orientation })}
            data={[...(model?.orientations ?? [])]}
          />
        </Field>
      )}
      {model && model.images.max > 0 && (
        <References
          images={form.images}
          most={isFirst ? model.images.max : 1}
          change={(images) => change({ images })}
        />
      )}
      {isFirst && model?.character && <Character form={form} change={change} />}
      <Further form={form} change={change} hasSeed={model?.seed ?? false} />
    </Stack>
  )
}

/** A label over what is no input of its own. */
function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      {children}
    </Input.Wrapper>
  )
}

function Further({ form, change, hasSeed }: Pick<RequestFormProps, 'form' | 'change'> & { hasSeed: boolean }) {
  const [isOpen, { toggle }] = useDisclosure(form.callbackUrl !== '' || form.seed !== null)
  return (
    <Stack gap="xs">
      <UnstyledButton onClick={toggle} aria-expanded={isOpen}>
        <Text size="sm" c="dimmed" component="span">
          <IconChevronRight
            size={14}
            aria-hidden
            style={{ verticalAlign: -2, rotate: isOpen ? '90deg' : undefined, transition: 'rotate 120ms' }}
          />{' '}
          Callback and seed
        </Text>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <Stack gap="sm">
          <TextInput
            label="Callback URL"
            type="url"
            placeholder="https://example.com/hook"
            description="The outcome is POSTed there. An inbox on the Webhooks page will do."
            value={form.callbackUrl}
            onChange={(event) => change({ callbackUrl: event.currentTarget.value })}
          />
          {hasSeed && (
            <NumberInput
              label="Seed"
              description="The same seed gives the same video."
              value={form.seed ?? ''}
              onChange={(seed) => change({ seed: typeof seed === 'number' ? seed : null })}
              min={0}
              max={4_294_967_295}
              allowDecimal={false}
            />
          )}
        </Stack>
      </Collapse>
    </Stack>
  )
}
