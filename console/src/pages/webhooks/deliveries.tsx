import { Button, Card, SegmentedControl, Stack } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { useDeliveries } from '../../api/webhooks.ts'
import { DeliveryList } from '../../parts/delivery-list.tsx'
import { More } from '../../parts/more.tsx'
import { EmptyView, ErrorView, LoadingView } from '../../parts/views.tsx'

const states = [
  { value: 'any', label: 'All' },
  { value: 'pending', label: 'Pending' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
]

/** The callbacks of late, and how each went. */
export function Deliveries() {
  const [params, setParams] = useSearchParams()
  const state = params.get('state')
  return (
    <Stack>
      <SegmentedControl
        aria-label="State"
        data={states}
        value={states.some(({ value }) => value === state) ? String(state) : 'any'}
        onChange={(value) => setParams(value === 'any' ? {} : { state: value }, { replace: true })}
        style={{ alignSelf: 'flex-start' }}
      />
      <DeliveryPages state={state} />
    </Stack>
  )
}

function DeliveryPages({ state }: { state: string | null }) {
  const deliveries = useDeliveries(state)
  if (deliveries.isPending) return <LoadingView />
  if (deliveries.isError) return <ErrorView error={deliveries.error} retry={deliveries.refetch} />
  if (deliveries.data.length === 0) return state ? <NothingSuch state={state} /> : <NothingYet />
  return (
    <>
      <Card withBorder>
        <DeliveryList deliveries={deliveries.data} isWhole />
      </Card>
      <More of={deliveries} />
    </>
  )
}

const NothingSuch = ({ state }: { state: string }) => (
  <EmptyView icon={IconSend} title="Nothing matches">
    No callback is {state}.
  </EmptyView>
)

const NothingYet = () => (
  <EmptyView
    icon={IconSend}
    title="No callbacks yet"
    action={
      <Button component={Link} to="/webhooks/inboxes" variant="light" mt="xs">
        Make an inbox to try one
      </Button>
    }
  >
    They appear here when a video that was asked for with a “callback_url” ends.
  </EmptyView>
)
