import { Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useChangeCredential, useRevokeCredential, useRotateCredential } from '../../api/credentials.ts'
import type { Credential } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { RotateButton } from '../../parts/rotate-button.tsx'
import { ErrorView } from '../../parts/views.tsx'

export function KeyActions({ item }: { item: Credential }) {
  const revoke = useRevokeCredential()
  return (
    <Group gap="xs" wrap="nowrap">
      <Change item={item} />
      <Rotate item={item} />
      <ConfirmButton label="Revoke" size="xs" loading={revoke.isPending} onConfirm={() => revoke.mutate(item.id)}>
        Programs that use “{item.name}” are refused from this moment on.
      </ConfirmButton>
    </Group>
  )
}

function Rotate({ item }: { item: Credential }) {
  const rotate = useRotateCredential()
  return (
    <RotateButton
      title={`Rotate “${item.name}”`}
      current="The token of now"
      rotation={rotate}
      onConfirm={(overlap_seconds, close) => rotate.mutate({ id: item.id, overlap_seconds }, { onSuccess: close })}
    >
      The key gets a new token, with the same name, limit and history.
    </RotateButton>
  )
}

function Change({ item }: { item: Credential }) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Change
      </Button>
      <Modal opened={isOpen} onClose={close} title="Change the key" closeButtonProps={{ 'aria-label': 'Close' }}>
        <ChangeForm item={item} close={close} />
      </Modal>
    </>
  )
}

function ChangeForm({ item, close }: { item: Credential; close(): void }) {
  const change = useChangeCredential()
  const [limit, setLimit] = useState<string | number>(item.credit_limit ?? '')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    const credit_limit = typeof limit === 'number' ? limit : null
    change.mutate({ id: item.id, name, credit_limit }, { onSuccess: close })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="Name" name="name" defaultValue={item.name} required maxLength={100} data-autofocus />
        <NumberInput
          label="Credit limit"
          description="Empty: none of its own."
          value={limit}
          onChange={setLimit}
          min={0}
          allowDecimal={false}
        />
        {change.error && <ErrorView error={change.error} />}
        <Button type="submit" loading={change.isPending}>
          Save
        </Button>
      </Stack>
    </form>
  )
}
