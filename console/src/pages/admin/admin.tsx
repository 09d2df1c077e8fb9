import { PageTabs } from '../../parts/page-tabs.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Accounts } from './accounts.tsx'
import { AllTasks } from './all-tasks.tsx'
import { Engines } from './engines.tsx'
import { Invites } from './invites.tsx'
import { PasswordResets } from './password-resets.tsx'
import { Reconciliation } from './reconciliation.tsx'

const tabs = [
  { path: 'accounts', label: 'Accounts', content: <Accounts /> },
  { path: 'engines', label: 'Engines', content: <Engines /> },
  { path: 'tasks', label: 'Tasks', content: <AllTasks /> },
  { path: 'invites', label: 'Invites', content: <Invites /> },
  { path: 'password-resets', label: 'Password links', content: <PasswordResets /> },
  { path: 'reconciliation', label: 'Reconciliation', content: <Reconciliation /> },
]

export default function Admin() {
  return (
    <>
      <PageTitle title="Admin">Who may use this server, what they use, and what makes their videos.</PageTitle>
      <PageTabs base="/admin" tabs={tabs} label="Parts of the administration" />
    </>
  )
}
