import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from 'react-router'
import { EmptyView } from '../parts/views.tsx'

export function NotFound() {
  return (
    <EmptyView
      icon={IconMapOff}
      title="There is nothing here"
      action={
        <Button component={Link} to="/" mt="xs">
          To the service page
        </Button>
      }
    >
      The page was moved or deleted, or it belongs to somebody else.
    </EmptyView>
  )
}
