import { Timeline as MantineTimeline, Text } from '@mantine/core'
import type { TaskEvent } from '../../api/types.ts'
import { formatSeconds, formatTime } from '../../parts/format.ts'

/** The events of a task, with how long each step took. */
export function Timeline({ events }: { events: readonly TaskEvent[] }) {
  return (
    <MantineTimeline active={events.length - 1} bulletSize={14} lineWidth={2}>
      {events.map((event) => (
        <MantineTimeline.Item key={`${event.type} ${event.at}`} title={event.type}>
          <Text size="xs" c="dimmed">
            {formatTime(event.at)}
            {event.seconds !== null && ` · ${formatSeconds(event.seconds)}`}
          </Text>
          {typeof event.data.message === 'string' && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {event.data.message}
            </Text>
          )}
        </MantineTimeline.Item>
      ))}
    </MantineTimeline>
  )
}
