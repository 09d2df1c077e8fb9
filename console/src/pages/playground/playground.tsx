import { Grid, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useMakeVideo } from '../../api/create-video.ts'
import { useService } from '../../api/services.ts'
import type { OfferedModel } from '../../api/types.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Result } from '../../parts/result.tsx'
import { ErrorView, LoadingView } from '../../parts/views.tsx'
import { requestOf, useForm } from './form-state.ts'
import { RequestCode } from './request-code.tsx'
import { RequestForm } from './request-form.tsx'
import { TryBar } from './try-bar.tsx'

const priceDelayMilliseconds = 400

export default function Playground() {
  const service = useService()
  if (service.isPending) return <LoadingView />
  if (service.isError) return <ErrorView error={service.error} retry={service.refetch} />
  return <PlaygroundView models={service.data?.models ?? []} />
}

function PlaygroundView({ models }: { models: readonly OfferedModel[] }) {
  const { form, change } = useForm(models)
  const request = useMemo(() => requestOf(form), [form])
  const [settled] = useDebouncedValue(request, priceDelayMilliseconds)
  const { making, make, leave } = useMakeVideo()
  return (
    <>
      <PageTitle title="Playground">
        Fill in a request, try it here, and take it with you as code. The address of this page holds the form: share it.
      </PageTitle>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <RequestForm form={form} change={change} models={models} />
            <TryBar request={request} settled={settled} making={making} make={make} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            <RequestCode request={request} />
            <Result making={making} request={request} leave={leave} onReference={(url) => change({ images: [url] })} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  )
}
