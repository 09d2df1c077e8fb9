import { Button, Text } from '@mantine/core'
import { useNavigate, useSearchParams } from 'react-router'
import { useEnter } from '../../api/session.ts'
import { ErrorView } from '../../parts/views.tsx'
import { Card } from './card.tsx'

/** A button, not an effect: mail scanners open links, and would use the token up. */
export default function Verify() {
  const [params] = useSearchParams()
  const enter = useEnter('/api/v1/email_verifications')
  const navigate = useNavigate()
  const body = { token: params.get('token') ?? '', return_to: params.get('return_to') ?? undefined }
  return (
    <Card title="Confirm your address">
      <Text mb="md">One click, and you are in.</Text>
      {enter.error && <ErrorView error={enter.error} />}
      <Button
        fullWidth
        mt="md"
        loading={enter.isPending}
        onClick={() => enter.mutate(body, { onSuccess: ({ return_to }) => navigate(return_to, { replace: true }) })}
      >
        Confirm
      </Button>
    </Card>
  )
}
