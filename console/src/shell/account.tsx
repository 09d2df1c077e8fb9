import { ActionIcon, Avatar, Button, Menu, Text } from '@mantine/core'
import { IconLogout, IconSettings, IconUser } from '@tabler/icons-react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useLeave, useSession } from '../api/session.ts'

/** Who is logged in and the way out, or the way in. */
export function Account() {
  const { data: session } = useSession()
  const { pathname, search } = useLocation()
  if (!session) return null
  if (session.user) return <AccountMenu name={session.user.name} email={session.user.email} />
  if (['/login', '/register'].includes(pathname)) return null
  return (
    <Button component={Link} to={`/login?${new URLSearchParams({ return_to: `${pathname}${search}` })}`} size="sm">
      Log in
    </Button>
  )
}

function AccountMenu({ name, email }: { name: string; email: string }) {
  const leave = useLeave()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end" width={220} withArrow>
      <Menu.Target>
        <ActionIcon variant="transparent" size="lg" aria-label={`Account of ${name}`}>
          <Avatar color="leader" size={32} radius="xl" aria-hidden>
            <IconUser size={18} stroke={1.8} />
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} truncate c="var(--mantine-color-text)">
            {name}
          </Text>
          <Text size="xs" truncate>
            {email}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} />}>
          Settings
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => leave.mutate(undefined, { onSuccess: () => navigate('/') })}
        >
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
