import { PageTabs } from '../../parts/page-tabs.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Deliveries } from './deliveries.tsx'
import { Inboxes } from './inboxes.tsx'
import { Secret } from './secret.tsx'
import { TestEvent } from './test-event.tsx'

const tabs = [
  { path: 'deliveries', label: 'Deliveries', content: <Deliveries /> },
  { path: 'inboxes', label: 'Inboxes', content: <Inboxes /> },
  { path: 'secret', label: 'Secret', content: <Secret /> },
  { path: 'test', label: 'Test', content: <TestEvent /> },
]

export default function Webhooks() {
  return (
    <>
      <PageTitle title="Webhooks">
        A request with a “callback_url” is told there, signed, when its video is finished or has failed.
      </PageTitle>
      <PageTabs base="/webhooks" tabs={tabs} label="Parts of webhooks" />
    </>
  )
}
