import { Group, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import type { Query } from '../../api/client.ts'
import { useService } from '../../api/services.ts'

const typingMilliseconds = 300
const states = [
  { value: 'open', label: 'under way' },
  { value: 'succeeded', label: 'succeeded' },
  { value: 'failed', label: 'failed' },
  { value: 'cancelled', label: 'cancelled' },
]

/** The API's filter by the page's address: days are those of the reader's own zone. */
export function readFilter(params: URLSearchParams): Query {
  const dayOf = (name: string) => {
    const day = params.get(name)
    return day ? new Date(`${day}T00:00`).getTime() / 1000 : undefined
  }
  const to = dayOf('to')
  return {
    q: params.get('q'),
    model: params.get('model'),
    state: params.get('state'),
    from: dayOf('from'),
    to: to === undefined ? undefined : to + 86_400,
  }
}

/** Words of the prompt, model, state and days. */
export function VideoFilter() {
  const { data: service } = useService()
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string | null) =>
    setParams(
      (current) => {
        if (value) current.set(name, value)
        else current.delete(name)
        return current
      },
      { replace: true },
    )
  const search = useDebouncedCallback((words: string) => set('q', words), typingMilliseconds)
  return (
    <Group gap="sm" role="search">
      <TextInput
        aria-label="Words of the prompt"
        placeholder="Words of the prompt"
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={params.get('q') ?? ''}
        onChange={(event) => search(event.currentTarget.value)}
        style={{ flex: '1 1 220px' }}
      />
      <Select
        aria-label="Model"
        placeholder="Any model"
        clearable
        w={160}
        value={params.get('model')}
        onChange={(model) => set('model', model)}
        data={service?.models.map(({ name }) => name) ?? []}
      />
      <Select
        aria-label="State"
        placeholder="Any state"
        clearable
        w={140}
        value={params.get('state')}
        onChange={(state) => set('state', state)}
        data={states}
      />
      <TextInput
        type="date"
        aria-label="From day"
        style={{ flex: '1 1 150px' }}
        leftSection="from"
        leftSectionWidth={48}
        leftSectionProps={{ style: { fontSize: 'var(--mantine-font-size-sm)' } }}
        value={params.get('from') ?? ''}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        aria-label="To day"
        style={{ flex: '1 1 150px' }}
        leftSection="to"
        leftSectionWidth={48}
        leftSectionProps={{ style: { fontSize: 'var(--mantine-font-size-sm)' } }}
        value={params.get('to') ?? ''}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
    </Group>
  )
}
