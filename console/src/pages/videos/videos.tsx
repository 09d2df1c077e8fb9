import { Button, SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { IconMovie, IconSearchOff } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { useTasks } from '../../api/tasks.ts'
import { More } from '../../parts/more.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { EmptyView, ErrorView } from '../../parts/views.tsx'
import { readFilter, VideoFilter } from './video-filter.tsx'
import { VideoTile } from './video-tile.tsx'

export default function Videos() {
  const [params] = useSearchParams()
  return (
    <>
      <PageTitle title="Videos">Everything this account has made, newest first.</PageTitle>
      <Stack>
        <VideoFilter />
        <Gallery params={params} />
      </Stack>
    </>
  )
}

function Gallery({ params }: { params: URLSearchParams }) {
  const tasks = useTasks(readFilter(params))
  if (tasks.isPending) return <Waiting />
  if (tasks.isError) return <ErrorView error={tasks.error} retry={tasks.refetch} />
  if (tasks.data.length === 0) return params.size > 0 ? <NothingFound /> : <NothingYet />
  return (
    <>
      <Grid>
        {tasks.data.map((task) => (
          <VideoTile key={task.id} task={task} />
        ))}
      </Grid>
      <More of={tasks} />
    </>
  )
}

const Grid = ({ children }: { children: React.ReactNode }) => (
  <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} spacing="md">
    {children}
  </SimpleGrid>
)

const Waiting = () => (
  <Grid>
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => (
      <Skeleton key={name} h={220} radius="md" />
    ))}
  </Grid>
)

const NothingYet = () => (
  <EmptyView
    icon={IconMovie}
    title="No videos yet"
    action={
      <Button component={Link} to="/playground?prompt=cat+running+on+the+river" mt="xs">
        Make the first one
      </Button>
    }
  >
    What you make here or over the API appears on this page.
  </EmptyView>
)

const NothingFound = () => (
  <EmptyView
    icon={IconSearchOff}
    title="Nothing matches"
    action={
      <Button component={Link} to="/videos" variant="default" mt="xs">
        Show all
      </Button>
    }
  >
    No video has all of these words and choices.
  </EmptyView>
)
