import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { useSession } from '../../api/session.ts'
import { AccountForm } from './account-form.tsx'
import { Card } from './card.tsx'
import { EmailField } from './fields.tsx'

export default function ForgotPassword() {
  const { data: session } = useSession()
  const ask = useMutation({
    mutationFn: (body: object) => call('/api/v1/password_resets', { method: 'POST', body }),
  })
  if (ask.isSuccess) {
    return (
      <Card title="It is on its way">
        <Text>
          {session?.mail
            ? 'If somebody is registered with this address, a link to set a new password was sent to it.'
            : 'This server sends no e-mail. If somebody is registered with this address, its administrator now has the link: ask there.'}
        </Text>
      </Card>
    )
  }
  return (
    <Card title="Forgot the password?" lead="A link to set a new one is sent to your address.">
      <AccountForm submit="Send the link" isBusy={ask.isPending} error={ask.error} onSubmit={(one) => ask.mutate(one)}>
        <EmailField />
      </AccountForm>
    </Card>
  )
}
