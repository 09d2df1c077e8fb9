import { Button, Modal, NumberInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCreateCredential } from '../../api/credentials.ts'
import { ErrorView } from '../../parts/views.tsx'

/** A name, and if wanted an end and a limit. */
export function NewKey({ isOpen, close }: { isOpen: boolean; close(): void }) {
  return (
    <Modal opened={isOpen} onClose={close} title="New key" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewKeyForm close={close} />
    </Modal>
  )
}

function NewKeyForm({ close }: { close(): void }) {
  const create = useCreateCredential()
  const [limit, setLimit] = useState<string | number>('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const day = String(fields.get('expires') ?? '')
    create.mutate(
      {
        name: String(fields.get('name')),
        ...(day && { expires_at: new Date(`${day}T23:59:59`).toISOString() }),
        ...(typeof limit === 'number' && { credit_limit: limit }),
      },
      { onSuccess: close },
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="Name" name="name" placeholder="production" required maxLength={100} data-autofocus />
        <TextInput label="Last day" name="expires" type="date" description="Empty: it does not expire." />
        <NumberInput
          label="Credit limit"
          description="The most this key may use; empty for what the account has."
          value={limit}
          onChange={setLimit}
          min={0}
          allowDecimal={false}
        />
        {create.error && <ErrorView error={create.error} />}
        <Button type="submit" loading={create.isPending}>
          Make the key
        </Button>
      </Stack>
    </form>
  )
}
