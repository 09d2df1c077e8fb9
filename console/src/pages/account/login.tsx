import { Anchor, Group, Text } from '@mantine/core'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useEnter, useSession } from '../../api/session.ts'
import { AccountForm } from './account-form.tsx'
import { Card } from './card.tsx'
import { EmailField, PasswordField } from './fields.tsx'

export function Login() {
  const { data: session } = useSession()
  const enter = useEnter('/api/v1/sessions')
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const returnTo = params.get('return_to') ?? '/'
  const query = `?${new URLSearchParams({ return_to: returnTo })}`
  const lead = session?.first ? 'Nobody has registered here yet: whoever does becomes the administrator.' : undefined
  return (
    <Card title="Log in" lead={lead}>
      <AccountForm
        submit="Log in"
        isBusy={enter.isPending}
        error={enter.error}
        onSubmit={(fields) =>
          enter.mutate(
            { ...fields, return_to: returnTo },
            { onSuccess: ({ return_to }) => navigate(return_to, { replace: true }) },
          )
        }
      >
        <EmailField />
        <PasswordField />
      </AccountForm>
      <Group justify="space-between" mt="lg">
        {session?.registration === 'open' || session?.first ? (
          <Anchor component={Link} to={`/register${query}`} size="sm">
            Register
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {session?.registration === 'invite' ? 'By invitation only.' : 'Registration is closed.'}
          </Text>
        )}
        <Anchor component={Link} to="/forgot-password" size="sm">
          Forgot the password?
        </Anchor>
      </Group>
    </Card>
  )
}
