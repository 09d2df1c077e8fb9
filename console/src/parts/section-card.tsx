import { Card, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface SectionCardProps {
  title: string
  /** A sentence about it. */
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page, in a frame, with its heading. */
export function SectionCard({ title, lead, actions, children }: SectionCardProps) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Group justify="space-between" mb={lead ? 4 : 'sm'}>
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions}
      </Group>
      {lead && (
        <Text size="sm" c="dimmed" mb="md">
          {lead}
        </Text>
      )}
      {children}
    </Card>
  )
}
