import { Group, Text, UnstyledButton } from '@mantine/core'
import { Link } from 'react-router'

export function Brand() {
  return (
    <UnstyledButton component={Link} to="/" aria-label="Rushes, to the service page">
      <Group gap={10} wrap="nowrap">
        <img src="/icon.svg" width={30} height={30} alt="" />
        <Text fw={750} size="lg" lts="-0.02em">
          Rushes
        </Text>
      </Group>
    </UnstyledButton>
  )
}
