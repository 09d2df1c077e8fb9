import { PageTabs } from '../../parts/page-tabs.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Deliveries } from './deliveries.tsx'
import { Endpoints } from './endpoints.tsx'
import { Inboxes } from './inboxes.tsx'
import { Secret } from './secret.tsx'
import { TestEvent } from './test-event.tsx'

const tabs = [
  { path: 'deliveries', label: 'Deliveries', content: <Deliveries /> },
  { path: 'endpoints', label: 'Endpoints', content: <Endpoints /> },
  { path: 'inboxes', label: 'Inboxes', content: <Inboxes /> },
  { path: 'secret', label: 'Secret', content: <Secret /> },
  { path: 'test', label: 'Test', content: <TestEvent /> },
]

export default function Webhooks() {
  return (
    <>
      <PageTitle title="Webhooks">
        When a video is finished or has failed, that is told, signed: to the “callback_url” of its request, and to your
        endpoints.
      </PageTitle>
      <PageTabs base="/webhooks" tabs={tabs} label="Parts of webhooks" />
    </>
  )
}
