import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useChangeName } from '../../api/profile.ts'
import type { User } from '../../api/types.ts'
import { SectionCard } from '../../parts/section-card.tsx'
import { AccountForm } from '../account/account-form.tsx'

export function Profile({ user }: { user: User }) {
  const change = useChangeName()
  const save = (fields: object) =>
    change.mutate(fields, { onSuccess: () => notifications.show({ message: 'The name is saved.', color: 'teal' }) })
  return (
    <SectionCard title="Profile">
      <AccountForm submit="Save" isBusy={change.isPending} error={change.error} onSubmit={save}>
        <TextInput label="Name" name="name" autoComplete="name" defaultValue={user.name} required maxLength={100} />
        <TextInput
          label="E-mail"
          description="What you log in with; it stays as it is."
          value={user.email}
          readOnly
          variant="filled"
        />
      </AccountForm>
    </SectionCard>
  )
}
