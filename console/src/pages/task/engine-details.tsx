import { Badge, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { CodeBlock } from '../../code/code-block.tsx'

/** The parts of the built-in engine's shot plan that are told in words; each may be missing. */
interface PlanShot {
  startSeconds?: number
  seconds?: number
  place?: string
  timeOfDay?: string
  weather?: string
  camera?: string
  subjects?: { words?: string; count?: number; action?: string; deed?: string; colour?: string }[]
}
interface Plan {
  mood?: string
  style?: string
  tempo?: number
  shots?: PlanShot[]
  unresolved?: string[]
}

/** What an engine tells of its work: a shot plan in words, and everything as JSON. */
export function EngineDetails({ details }: { details: Record<string, unknown> }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const plan = (details.plan ?? details) as Plan
  return (
    <Stack gap="sm">
      {Array.isArray(plan.shots) && <PlanView plan={plan} />}
      <UnstyledButton onClick={toggle} aria-expanded={isOpen}>
        <Text size="sm" c="dimmed" td="underline">
          {isOpen ? 'Hide the JSON' : 'All of it as JSON'}
        </Text>
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <CodeBlock code={JSON.stringify(details, null, 2)} language="json" label="the details" maxHeight={360} />
      </Collapse>
    </Stack>
  )
}

function PlanView({ plan: { mood, style, shots = [], unresolved = [] } }: { plan: Plan }) {
  return (
    <Stack gap="sm">
      <Group gap={6}>
        {[mood, style].filter(Boolean).map((word) => (
          <Badge key={word} variant="light" color="gray" tt="none">
            {word}
          </Badge>
        ))}
      </Group>
      {shots.map((shot, index) => (
        <Stack key={`${shot.startSeconds} ${shot.place}`} gap={2}>
          <Text size="sm" fw={600}>
            Shot {index + 1}: {shot.place}, {shot.timeOfDay}, {shot.weather}
          </Text>
          <Text size="sm" c="dimmed">
            {(shot.subjects ?? []).map(sayOf).join('; ') || 'nobody'} · camera {shot.camera} · {shot.seconds} s
          </Text>
        </Stack>
      ))}
      {unresolved.length > 0 && (
        <Text size="sm">
          Not depicted: <i>{unresolved.join(', ')}</i>
        </Text>
      )}
    </Stack>
  )
}

function sayOf({ words, count = 1, action, deed, colour }: NonNullable<PlanShot['subjects']>[number]): string {
  return [count > 1 ? count : '', colour, words, deed ?? action].filter(Boolean).join(' ')
}
