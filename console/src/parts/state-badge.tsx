import { Badge } from '@mantine/core'

const colours: Readonly<Record<string, string>> = {
  succeeded: 'teal',
  delivered: 'teal',
  failed: 'red',
  cancelled: 'gray',
}

/** The state of a task or a delivery; what is under way is blue. */
export function StateBadge({ state }: { state: string }) {
  return (
    <Badge color={colours[state] ?? 'blue'} variant="light" tt="none" autoContrast miw="max-content">
      {state}
    </Badge>
  )
}
