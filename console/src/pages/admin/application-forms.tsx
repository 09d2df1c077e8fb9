import { Button, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useChangeAccount } from '../../api/admin.ts'
import type { Account, Application } from '../../api/types.ts'
import { formatCredits } from '../../parts/format.ts'
import { ErrorView } from '../../parts/views.tsx'

/** Gives credits, or takes them; the note stands in the account's ledger. */
export function Credits({ account: { id, name, application } }: { account: Account }) {
  const { giveCredits } = useChangeAccount(id)
  const [amount, setAmount] = useState<string | number>('')
  const [note, setNote] = useState('')
  const isAmount = typeof amount === 'number' && amount !== 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isAmount) return
    const onSuccess = () => {
      const message = amount > 0 ? `${name} has ${formatCredits(amount)} more.` : `${formatCredits(-amount)} taken.`
      notifications.show({ message, color: 'teal' })
      setAmount('')
      setNote('')
    }
    giveCredits.mutate({ credits: amount, ...(note && { note }) }, { onSuccess })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          {application?.unlimited ? 'Not limited' : `${formatCredits(application?.remaining ?? 0)} left`},{' '}
          {formatCredits(application?.used ?? 0)} used.
        </Text>
        <Group grow align="flex-start">
          <NumberInput
            label="Credits"
            description="Below 0 takes them."
            value={amount}
            onChange={setAmount}
            allowDecimal={false}
            thousandSeparator=","
            required
          />
          <TextInput
            label="Note"
            description="For the ledger."
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={500}
          />
        </Group>
        {giveCredits.error && <ErrorView error={giveCredits.error} />}
        <Button type="submit" loading={giveCredits.isPending} disabled={!isAmount}>
          {typeof amount === 'number' && amount < 0 ? 'Take credits' : 'Give credits'}
        </Button>
      </Stack>
    </form>
  )
}

/** The most the account may ever use, whether it is bounded at all, and whether it may make videos. */
export function Bounds({ account: { id, name }, application }: { account: Account; application: Application }) {
  const { bound } = useChangeAccount(id)
  const [limit, setLimit] = useState<string | number>(application.credit_limit ?? '')
  const [unlimited, setUnlimited] = useState(application.unlimited)
  const [disabled, setDisabled] = useState(application.disabled)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { credit_limit: typeof limit === 'number' ? limit : null, unlimited, disabled }
    bound.mutate(body, {
      onSuccess: () => notifications.show({ message: `The bounds of ${name} are saved.`, color: 'teal' }),
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NumberInput
          label="Limit"
          description="The most it may ever use, whatever remains; empty for none."
          value={limit}
          onChange={setLimit}
          min={0}
          allowDecimal={false}
          thousandSeparator=","
        />
        <Switch
          label="Unlimited: nothing is ever used up"
          checked={unlimited}
          onChange={(event) => setUnlimited(event.currentTarget.checked)}
        />
        <Switch
          label="May make no videos"
          checked={disabled}
          onChange={(event) => setDisabled(event.currentTarget.checked)}
        />
        {bound.error && <ErrorView error={bound.error} />}
        <Button type="submit" variant="light" loading={bound.isPending}>
          Save the bounds
        </Button>
      </Stack>
    </form>
  )
}
