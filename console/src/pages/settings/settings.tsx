import { SimpleGrid, Stack } from '@mantine/core'
import { useSession } from '../../api/session.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { AccountFacts } from './account-facts.tsx'
import { Appearance } from './appearance.tsx'
import { OpenSessions } from './open-sessions.tsx'
import { Password } from './password.tsx'
import { Profile } from './profile.tsx'

export default function Settings() {
  const { data: session } = useSession()
  if (!session?.user) return null
  return (
    <>
      <PageTitle title="Settings">Who you are here, and where you are logged in.</PageTitle>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          <Profile user={session.user} />
          <Password />
        </Stack>
        <Stack gap="lg">
          <AccountFacts user={session.user} />
          <OpenSessions />
          <Appearance />
        </Stack>
      </SimpleGrid>
    </>
  )
}
