/** A provider of this API, as its guide and its clients know it: create calls with `async`, records at /sora/tasks. */
import { createJobBoard, type JobBoard, type SimulatedJob } from '../remote/test-job-board.ts'
import { Answer, type ReceivedCall, type Route, type Simulator, startSimulator } from '../remote/test-simulator.ts'

export interface AcedataServer {
  simulator: Simulator
  board: JobBoard
  [Symbol.asyncDispose](): Promise<void>
}

const refusal = (status: number, code: string, message: string) =>
  new Answer(status, { success: false, error: { code, message }, trace_id: crypto.randomUUID() })

/** Calls without `key` are refused. */
export async function startAcedataServer(key: string): Promise<AcedataServer> {
  const board = createJobBoard()
  const checked =
    (route: Route): Route =>
    (call, response) => {
      if (call.headers.authorization === `Bearer ${key}`) return route(call, response)
      throw refusal(401, 'invalid_token', 'The key is unknown.')
    }
  const simulator: Simulator = await startSimulator({
    'POST /sora/videos': checked((call) => {
      const { prompt, duration, size } = call.json ?? {}
      const [, width = 320, height = 180] = /^(\d+)x(\d+)$/.exec(String(size)) ?? []
      const film = { width: Number(width), height: Number(height), seconds: Number(duration) }
      return { task_id: board.add(String(prompt), film, keyOf(call)).id }
    }),
    'POST /sora/tasks': checked((call) => {
      const job = board.get(String(call.json?.id))
      if (!job || job.cancelled) return {}
      if (call.json?.action !== 'delete') return { id: job.id, type: 'videos', response: present(job) }
      job.cancelled = true
      return { id: job.id, deleted: true }
    }),
    'GET /files/*': async (call) => {
      const job = board.get(call.path.split('/')[2] ?? '')
      if (!job) return new Answer(404, 'gone')
      return new Answer(200, await board.filmOf(job), { 'content-type': 'video/mp4' })
    },
  })

  function present(job: SimulatedJob): { [key: string]: unknown } {
    const now = board.stateOf(job)
    const ids = { task_id: job.id, trace_id: crypto.randomUUID() }
    switch (now.state) {
      case 'queued':
        return { ...ids, data: [{ id: job.id, state: 'pending', progress: 0 }] }
      case 'running':
        return { ...ids, data: [{ id: job.id, state: 'processing', progress: Math.floor(now.progress * 100) }] }
      case 'succeeded': {
        const video = { id: job.id, video_url: `${simulator.origin}/files/${job.id}`, state: 'succeeded' }
        return { success: true, ...ids, data: [video] }
      }
      default: {
        const message = now.state === 'failed' ? now.message : 'The task was cancelled by its owner.'
        const code = now.state === 'failed' && now.byPolicy ? 'forbidden' : 'api_error'
        return { success: false, ...ids, error: { code, message } }
      }
    }
  }

  return {
    simulator,
    board,
    async [Symbol.asyncDispose]() {
      await simulator[Symbol.asyncDispose]()
      await board[Symbol.asyncDispose]()
    },
  }
}

function keyOf({ headers }: ReceivedCall): string | undefined {
  const key = headers['idempotency-key']
  return typeof key === 'string' ? key : undefined
}
