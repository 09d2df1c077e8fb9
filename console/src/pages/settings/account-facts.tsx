import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useApplication } from '../../api/services.ts'
import type { Application, User } from '../../api/types.ts'
import { Copyable, FactTable } from '../../parts/fact-table.tsx'
import { formatCredits, formatNumber, formatTime } from '../../parts/format.ts'
import { SectionCard } from '../../parts/section-card.tsx'
import { ErrorView } from '../../parts/views.tsx'

/** What the account is, and what it may use. */
export function AccountFacts({ user }: { user: User }) {
  const application = useApplication()
  const rows: [string, ReactNode][] = [
    ['Account', <Copyable key="account" value={user.account_id} label="the account’s id" />],
    ['Role', user.role],
    ['Since', formatTime(user.created_at)],
    ...(application.data ? factsOf(application.data) : []),
  ]
  return (
    <SectionCard title="Account">
      <FactTable rows={rows} labelWidth={96} />
      {application.data === null && (
        <Anchor component={Link} to="/" size="sm">
          The service is not acquired yet
        </Anchor>
      )}
      {application.error && <ErrorView error={application.error} retry={application.refetch} />}
    </SectionCard>
  )
}

function factsOf(application: Application): [string, ReactNode][] {
  const { unlimited, remaining, reserved, used, credit_limit, disabled } = application
  return [
    ['Left', unlimited ? 'without a limit' : formatCredits(remaining ?? 0)],
    ['Held', `${formatNumber(reserved)} for videos under way`],
    ['Used', formatCredits(used)],
    ['Limit', credit_limit === null ? 'none of its own' : `${formatCredits(credit_limit)} in all`],
    ...(disabled ? ([['State', 'disabled by an administrator']] as [string, ReactNode][]) : []),
  ]
}
