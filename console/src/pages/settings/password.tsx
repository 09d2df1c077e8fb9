import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useChangePassword } from '../../api/profile.ts'
import { SectionCard } from '../../parts/section-card.tsx'
import { AccountForm } from '../account/account-form.tsx'
import { PasswordField } from '../account/fields.tsx'

export function Password() {
  const change = useChangePassword()
  // Each change begins with empty fields.
  const [changes, setChanges] = useState(0)
  const onSuccess = () => {
    setChanges(changes + 1)
    notifications.show({ message: 'The password is changed. Every other session has ended.', color: 'teal' })
  }
  return (
    <SectionCard title="Password" lead="A new one ends every session but this.">
      <AccountForm
        key={changes}
        submit="Change the password"
        isBusy={change.isPending}
        error={change.error}
        onSubmit={(fields) => change.mutate(fields, { onSuccess })}
      >
        <PasswordField label="Password of now" name="current_password" />
        <PasswordField isNew label="New password" />
      </AccountForm>
    </SectionCard>
  )
}
