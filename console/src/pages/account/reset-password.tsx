import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { call } from '../../api/client.ts'
import { AccountForm } from './account-form.tsx'
import { Card } from './card.tsx'
import { PasswordField } from './fields.tsx'

export default function ResetPassword() {
  const [params] = useSearchParams()
  const token = params.get('token')
  const reset = useMutation({
    mutationFn: (body: object) => call('/api/v1/password_resets/confirm', { method: 'POST', body }),
  })
  if (reset.isSuccess) {
    return (
      <Card title="The password is set">
        <Text mb="md">Everything that was logged in with the one before has been logged out.</Text>
        <Button component={Link} to="/login" fullWidth>
          Log in
        </Button>
      </Card>
    )
  }
  if (!token) {
    return (
      <Card title="This link is not whole">
        <Text>Open it again from the message it came in, or ask for another.</Text>
      </Card>
    )
  }
  return (
    <Card title="Set a new password">
      <AccountForm
        submit="Set the password"
        isBusy={reset.isPending}
        error={reset.error}
        onSubmit={(fields) => reset.mutate({ ...fields, token })}
      >
        <PasswordField isNew label="New password" />
      </AccountForm>
    </Card>
  )
}
