import { Anchor, Text, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useEnter, useSession } from '../../api/session.ts'
import { AccountForm } from './account-form.tsx'
import { Card } from './card.tsx'
import { EmailField, PasswordField } from './fields.tsx'

export default function Register() {
  const { data: session } = useSession()
  const enter = useEnter('/api/v1/registrations')
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const invite = params.get('invite') ?? undefined
  const returnTo = params.get('return_to') ?? '/'
  if (enter.data?.verification_sent) return <LinkSent />
  if (session && !session.first && !invite && session.registration !== 'open') return <NoWayIn />
  const lead = session?.first
    ? 'You are the first: you become the administrator of this server.'
    : 'Free credits are waiting on the other side.'
  return (
    <Card title="Register" lead={lead}>
      <AccountForm
        submit="Register"
        isBusy={enter.isPending}
        error={enter.error}
        onSubmit={(fields) =>
          enter.mutate(
            { ...fields, invite, return_to: returnTo },
            { onSuccess: ({ user, return_to }) => user && navigate(return_to, { replace: true }) },
          )
        }
      >
        <TextInput label="Name" name="name" autoComplete="name" maxLength={100} />
        <EmailField />
        <PasswordField isNew />
      </AccountForm>
      <Text size="sm" mt="lg">
        Registered before?{' '}
        <Anchor component={Link} to={`/login?${new URLSearchParams({ return_to: returnTo })}`} inherit>
          Log in
        </Anchor>
      </Text>
    </Card>
  )
}

const LinkSent = () => (
  <Card title="Look into your mail">
    <Text>A link to confirm your address is on its way. It brings you back here.</Text>
  </Card>
)

const NoWayIn = () => (
  <Card title="Registration is not open">
    <Text>Ask whoever runs this server for an invitation.</Text>
  </Card>
)
