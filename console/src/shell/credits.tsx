import { Badge, Tooltip } from '@mantine/core'
import { Link } from 'react-router'
import { useApplication } from '../api/services.ts'
import { formatNumber } from '../parts/format.ts'

/** What is left of the quota, on every page. */
export function Credits() {
  const { data: application } = useApplication()
  if (!application) return null
  const { unlimited, remaining } = application
  const text = unlimited ? 'Unlimited' : `${formatNumber(remaining ?? 0)} credits`
  return (
    <Tooltip label={unlimited ? 'This account is not limited' : 'What is left; see usage'}>
      <Badge
        component={Link}
        to="/usage"
        variant="light"
        color={!unlimited && !remaining ? 'red' : 'gray'}
        size="lg"
        tt="none"
        fw={600}
        visibleFrom="xs"
        style={{ cursor: 'pointer' }}
      >
        {text}
      </Badge>
    </Tooltip>
  )
}
