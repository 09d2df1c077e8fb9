import { Anchor, Button, Card, SegmentedControl, Stack, Text } from '@mantine/core'
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

/** What callbacks and endpoints were told of late, and how each went. */
export function Deliveries() {
  const [params, setParams] = useSearchParams()
  const state = params.get('state')
  const endpoint = params.get('endpoint')
  const choose = (value: string) =>
    setParams({ ...(endpoint && { endpoint }), ...(value !== 'any' && { state: value }) }, { replace: true })
  return (
    <Stack>
      <SegmentedControl
        aria-label="State"
        data={states}
        value={states.some(({ value }) => value === state) ? String(state) : 'any'}
        onChange={choose}
        style={{ alignSelf: 'flex-start' }}
      />
      {endpoint && (
        <Text size="sm">
          Those to one endpoint.{' '}
          <Anchor component={Link} to="/webhooks/deliveries" inherit>
            All deliveries
          </Anchor>
        </Text>
      )}
      <DeliveryPages state={state} endpoint={endpoint} />
    </Stack>
  )
}

function DeliveryPages({ state, endpoint }: { state: string | null; endpoint: string | null }) {
  const deliveries = useDeliveries(state, endpoint)
  if (deliveries.isPending) return <LoadingView />
  if (deliveries.isError) return <ErrorView error={deliveries.error} retry={deliveries.refetch} />
  if (deliveries.data.length === 0) return state || endpoint ? <NothingSuch state={state} /> : <NothingYet />
  return (
    <>
      <Card withBorder>
        <DeliveryList deliveries={deliveries.data} isWhole />
      </Card>
      <More of={deliveries} />
    </>
  )
}

const NothingSuch = ({ state }: { state: string | null }) => (
  <EmptyView icon={IconSend} title="Nothing matches">
    {state ? `Nothing told is ${state}.` : 'The endpoint has been told nothing yet.'}
  </EmptyView>
)

const NothingYet = () => (
  <EmptyView
    icon={IconSend}
    title="Nothing told yet"
    action={
      <Button component={Link} to="/webhooks/inboxes" variant="light" mt="xs">
        Make an inbox to try one
      </Button>
    }
  >
    When a video ends, its callback and what your endpoints are told appear here.
  </EmptyView>
)
