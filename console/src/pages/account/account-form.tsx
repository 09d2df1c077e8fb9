import { Alert, Button, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

interface AccountFormProps {
  /** Names and values of the fields that are not empty. */
  onSubmit(fields: Record<string, string>): void
  submit: string
  isBusy: boolean
  error: Error | null
  children: ReactNode
}

/** A form whose fields are the browser's own, with what the server says when it refuses. */
export function AccountForm({ onSubmit, submit, isBusy, error, children }: AccountFormProps) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '')
    onSubmit(Object.fromEntries(fields.map(([name, value]) => [name, String(value)])))
  }
  return (
    <form onSubmit={send}>
      <Stack>
        {children}
        {error && (
          <Alert color="red" variant="light" role="alert">
            {error.message}
          </Alert>
        )}
        <Button type="submit" loading={isBusy} fullWidth mt="xs">
          {submit}
        </Button>
      </Stack>
    </form>
  )
}
