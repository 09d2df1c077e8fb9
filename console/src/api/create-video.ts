import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ApiError, call, withQuery } from './client.ts'

export interface Film {
  id: string
  video_url: string
  state: string
  width?: number
  height?: number
  duration?: number
  thumbnail_url?: string
  engine?: string
}

export interface Outcome {
  success: boolean
  task_id?: string
  trace_id: string
  data?: Film[]
  error?: { code: string; message: string }
}

export type Making =
  | { phase: 'idle' }
  | { phase: 'making'; taskId: string | null; state: string; progress: number; startedAt: number }
  | { phase: 'ended'; outcome: Outcome; seconds: number }
  /** With a callback_url the answer comes at once; the outcome goes there. */
  | { phase: 'accepted'; taskId: string }

/** Makes a video over the public API, and tells how far it is. `headers` are sent beside those it needs. */
export function useMakeVideo() {
  const [making, setMaking] = useState<Making>({ phase: 'idle' })
  const abort = useRef<AbortController>(null)
  const queryClient = useQueryClient()
  const make = useCallback(
    async (request: Record<string, unknown>, headers: Record<string, string> = {}) => {
      abort.current?.abort()
      abort.current = new AbortController()
      const startedAt = Date.now()
      setMaking({ phase: 'making', taskId: null, state: 'queued', progress: 0, startedAt })
      const tell = (line: Line) => setMaking((before) => next(before, line, startedAt))
      await stream(request, headers, tell, abort.current.signal, queryClient).catch((error: unknown) => {
        if (!abort.current?.signal.aborted) tell({ success: false, ...toError(error) })
      })
    },
    [queryClient],
  )
  /** Looks away; the task goes on. */
  const leave = useCallback(() => {
    abort.current?.abort()
    setMaking({ phase: 'idle' })
  }, [])
  return { making, make, leave }
}

type Line = { task_id?: string; state?: string; progress?: number } & Partial<Outcome>

function next(before: Making, line: Line, startedAt: number): Making {
  if (line.success !== undefined) {
    const outcome = { ...line, trace_id: line.trace_id ?? '' } as Outcome
    return { phase: 'ended', outcome, seconds: (Date.now() - startedAt) / 1000 }
  }
  const taskId = line.task_id ?? (before.phase === 'making' ? before.taskId : null)
  if (line.state === undefined && taskId) return { phase: 'accepted', taskId }
  return { phase: 'making', taskId, state: line.state ?? 'queued', progress: line.progress ?? 0, startedAt }
}

/** One JSON object a line, as the answer arrives. */
async function stream(
  request: Record<string, unknown>,
  headers: Record<string, string>,
  tell: (line: Line) => void,
  signal: AbortSignal,
  queryClient: QueryClient,
): Promise<void> {
  const response = await fetch('/sora/videos', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headers, 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(request),
    signal,
  })
  if (!response.body) throw new ApiError(0, 'unreachable', 'The server sent no answer.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let rest = ''; ; ) {
    const { done, value = '' } = await reader.read()
    const lines = (rest + value).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line.trim()) tell(JSON.parse(line))
    if (done) break
  }
  await queryClient.invalidateQueries({ queryKey: ['tasks'] })
}

function toError(error: unknown) {
  const message = error instanceof ApiError ? error.message : 'The connection was lost; the task goes on, see Videos.'
  return { error: { code: 'unreachable', message } }
}

export interface Price {
  credits: number
  remaining: number | null
  covered: boolean
  engine: string
  seconds: number
  width: number
  height: number
}

/** What a request would cost, and whether it would be taken; nothing is made. */
export function usePrice(request: Record<string, unknown>) {
  return useQuery({
    queryKey: ['price', request],
    queryFn: ({ signal }) =>
      call<Price>(withQuery('/sora/videos', { dry_run: true }), { method: 'POST', body: request, signal }),
    enabled: typeof request.prompt === 'string' && request.prompt.trim() !== '',
    placeholderData: (before) => before,
    retry: false,
  })
}
