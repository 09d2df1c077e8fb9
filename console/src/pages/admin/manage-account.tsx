import { Button, Divider, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useChangeAccount } from '../../api/admin.ts'
import type { Account } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { Copyable } from '../../parts/fact-table.tsx'
import { ErrorView } from '../../parts/views.tsx'
import { Bounds, Credits } from './application-forms.tsx'

const roles = ['member', 'administrator']

/** All that an administrator changes of an account, behind one button. */
export function ManageAccount({ account }: { account: Account }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={open} aria-label={`Manage ${account.name}`}>
        Manage
      </Button>
      <Modal opened={isOpen} onClose={close} title={account.name} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack>
          <Copyable value={account.id} label="the account’s id" />
          {account.application ? (
            <>
              <Credits account={account} />
              <Divider />
              <Bounds key={JSON.stringify(account.application)} account={account} application={account.application} />
            </>
          ) : (
            <Text size="sm" c="dimmed">
              The account has not acquired the service. Its owner does that first, on the service page.
            </Text>
          )}
          <Divider />
          <Access account={account} />
        </Stack>
      </Modal>
    </>
  )
}

function Access({ account: { id, name, role, disabled } }: { account: Account }) {
  const { change } = useChangeAccount(id)
  const apply = (body: { disabled?: boolean; role?: string }) =>
    change.mutate(body, { onSuccess: () => notifications.show({ message: `${name} is changed.`, color: 'teal' }) })
  return (
    <Stack gap="sm">
      <Group align="flex-end" justify="space-between">
        <Select
          label="Role"
          data={roles}
          value={role}
          disabled={role === null || change.isPending}
          allowDeselect={false}
          onChange={(value) => value && value !== role && apply({ role: value })}
        />
        {disabled ? (
          <Button variant="default" loading={change.isPending} onClick={() => apply({ disabled: false })}>
            Enable
          </Button>
        ) : (
          <ConfirmButton label="Disable" loading={change.isPending} onConfirm={() => apply({ disabled: true })}>
            {name} is logged out everywhere and the account’s keys are refused, until it is enabled again.
          </ConfirmButton>
        )}
      </Group>
      {change.error && <ErrorView error={change.error} />}
    </Stack>
  )
}
