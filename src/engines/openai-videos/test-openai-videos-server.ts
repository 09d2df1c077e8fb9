/**
 * A server that speaks /v1/videos in the way of one of its flavors, by their sources: SGLang Diffusion's
 * `multimodal_gen/runtime/entrypoints/openai/video_api.py`, vLLM-Omni's `entrypoints/openai/api_server.py` and
 * `protocol/videos.py`, TensorRT-LLM's visual generation server, LiteLLM's and new-api's proxies.
 */
import { createJobBoard, type JobBoard, type SimulatedJob } from '../remote/test-job-board.ts'
import { Answer, type ReceivedCall, type Route, type Simulator, startSimulator } from '../remote/test-simulator.ts'
import type { Flavor } from './settings.ts'

export const simulatedModel = 'Wan-AI/Wan2.2-TI2V-5B-Diffusers'

export interface OpenaiVideosServer {
  simulator: Simulator
  board: JobBoard
  baseUrl: string
  [Symbol.asyncDispose](): Promise<void>
}

export interface OpenaiVideosServerOptions {
  /** Calls without this key are refused. */
  key?: string
  model?: string
  /** Where finished films lie, as with SGLang's cloud storage; by default at /content. */
  cloudUrl?: (job: SimulatedJob) => string
  /** Sent as `openai-poll-after-ms`. */
  pollAfterMilliseconds?: number
  /** The word for a job under way; by default the flavor's own. */
  runningWord?: string
}

/** What a flavor says in its own way. */
interface Manner {
  createStatus: number
  listHeaders: Record<string, string>
  owner: string
  runningWord: string
  idOf(id: string): string
  failure(message: string, byPolicy: boolean): unknown
  refusal(message: string, status: number): Answer
  reads(call: ReceivedCall): { [key: string]: unknown }
  /** What a video object has beside the protocol's keys. */
  extras(id: string): { [key: string]: unknown }
}

const detail = (message: string, status: number) => new Answer(status, { detail: message })
const asJson = (call: ReceivedCall) => call.json ?? {}
const asForm = (call: ReceivedCall) => Object.fromEntries(call.form ?? [])
const asEither = (call: ReceivedCall) => (call.form ? asForm(call) : asJson(call))

const openai: Manner = {
  createStatus: 200,
  listHeaders: {},
  owner: 'openai',
  runningWord: 'in_progress',
  idOf: (id) => `video_${id}`,
  failure: (message, byPolicy) => ({ code: byPolicy ? 'moderation_blocked' : 'video_generation_failed', message }),
  refusal: (message, status) =>
    new Answer(status, { error: { message, type: 'invalid_request_error', param: null, code: null } }),
  reads: asEither,
  extras: () => ({ completed_at: null, expires_at: null, remixed_from_video_id: null }),
}

const manners: Record<Flavor, Manner> = {
  openai,
  sglang: {
    ...openai,
    owner: 'sglang',
    // From queued to completed, and nothing in between.
    runningWord: 'queued',
    failure: (message, byPolicy) => ({ message: byPolicy ? `NSFW: ${message}` : message }),
    refusal: detail,
    extras: () => ({ quality: 'standard', url: null }),
  },
  'vllm-omni': {
    ...openai,
    owner: 'vllm',
    idOf: (id) => `video_gen_${id.replaceAll('-', '')}`,
    // Pydantic's own form.
    refusal: (message, status) =>
      status === 400
        ? new Answer(422, { detail: [{ type: 'value_error', loc: ['body', 'prompt'], msg: message }] })
        : detail(message, status),
    reads(call) {
      if (call.form) return asForm(call)
      throw new Answer(422, { detail: [{ type: 'missing', loc: ['body', 'prompt'], msg: 'Field required' }] })
    },
    extras: () => ({ media_type: 'video/mp4', stage_durations: {}, inference_time_s: 1.5, peak_memory_mb: 2048 }),
  },
  'tensorrt-llm': {
    ...openai,
    createStatus: 202,
    owner: 'tensorrt_llm',
    failure: (message, byPolicy) => (byPolicy ? `content policy: ${message}` : message),
  },
  litellm: {
    ...openai,
    listHeaders: { 'x-litellm-version': '1.80.0' },
    idOf: (id) =>
      `video_${Buffer.from(`litellm:custom_llm_provider:openai;model_id:?????;video_id:${id}`).toString('base64')}`,
  },
  rushes: { ...openai, owner: 'rushes' },
  'new-api': {
    ...openai,
    listHeaders: { 'x-oneapi-request-id': '2026' },
    // Nulls are left out.
    extras: (id) => ({ task_id: id }),
    runningWord: 'unknown',
    refusal: (message, status) =>
      status === 404
        ? new Answer(400, { code: 'task_not_exist', message: 'task_not_exist', data: null })
        : new Answer(status, { code: 'invalid_request', message, data: null }),
  },
}

export async function startOpenaiVideosServer(
  flavor: Flavor,
  options: OpenaiVideosServerOptions = {},
): Promise<OpenaiVideosServer> {
  const { key, model = simulatedModel } = options
  const manner = manners[flavor]
  const board = createJobBoard()
  const simulator = await startSimulator(guarded(routesOf(manner, board, options), key))
  return {
    simulator,
    board,
    baseUrl: `${simulator.origin}/v1`,
    async [Symbol.asyncDispose]() {
      await simulator[Symbol.asyncDispose]()
      await board[Symbol.asyncDispose]()
    },
  }

  function routesOf(manner: Manner, board: JobBoard, options: OpenaiVideosServerOptions): Record<string, Route> {
    const find = (call: ReceivedCall): SimulatedJob => {
      const id = decodeURIComponent(call.path.split('/')[3] ?? '')
      const job = board.all().find((one) => manner.idOf(one.id) === id)
      if (!job) throw manner.refusal('Video not found', 404)
      return job
    }
    const pollHeaders: Record<string, string> = {}
    if (options.pollAfterMilliseconds) pollHeaders['openai-poll-after-ms'] = String(options.pollAfterMilliseconds)
    const create: Route = (call) => {
      const fields = manner.reads(call)
      const job = board.add(String(fields.prompt), filmOf(fields))
      return new Answer(manner.createStatus, present(job))
    }
    return {
      'POST /v1/videos': create,
      'POST /v1/videos/edits': create,
      'POST /v1/videos/extensions': create,
      'GET /v1/videos/*': (call) => new Answer(200, present(find(call)), pollHeaders),
      'DELETE /v1/videos/*': (call) => {
        const job = find(call)
        job.cancelled = true
        return { id: manner.idOf(job.id), object: 'video.deleted', deleted: true }
      },
      'GET /v1/videos/*/content': async (call) => {
        const job = find(call)
        const url = options.cloudUrl?.(job)
        if (url) throw manner.refusal(`Video has been uploaded to cloud storage. Please use the cloud URL: ${url}`, 400)
        if (call.query.size > 0) throw manner.refusal('variant is an index', 400)
        return new Answer(200, await board.filmOf(job), { 'content-type': 'video/mp4' })
      },
      'GET /v1/models': () =>
        new Answer(200, { object: 'list', data: [{ id: model, owned_by: manner.owner }] }, manner.listHeaders),
    }
  }

  function present(job: SimulatedJob): { [key: string]: unknown } {
    const now = board.stateOf(job)
    const words = { queued: 'queued', succeeded: 'completed', failed: 'failed', cancelled: 'failed' } as const
    return {
      id: manner.idOf(job.id),
      object: 'video',
      model,
      status: now.state === 'running' ? (options.runningWord ?? manner.runningWord) : words[now.state],
      progress: now.state === 'running' ? Math.floor(now.progress * 100) : now.state === 'succeeded' ? 100 : 0,
      created_at: Math.floor(job.startedAt / 1000),
      size: `${job.film.width}x${job.film.height}`,
      seconds: String(job.film.seconds),
      ...manner.extras(job.id),
      ...(now.state === 'failed' && { error: manner.failure(now.message, now.byPolicy) }),
      ...(now.state === 'succeeded' && options.cloudUrl && { url: options.cloudUrl(job) }),
    }
  }
}

function guarded(routes: Record<string, Route>, key: string | undefined): Record<string, Route> {
  const guard =
    (route: Route): Route =>
    (call, response) => {
      if (key !== undefined && call.headers.authorization !== `Bearer ${key}`) {
        throw new Answer(401, { error: { message: 'Incorrect API key provided.', code: 'invalid_api_key' } })
      }
      return route(call, response)
    }
  return Object.fromEntries(Object.entries(routes).map(([pattern, route]) => [pattern, guard(route)]))
}

/** The film is as long and as large as the job's fields say: frames before seconds, as these servers do. */
function filmOf(fields: { [key: string]: unknown }): SimulatedJob['film'] {
  const [width = 320, height = 180] = String(fields.size ?? '320x180')
    .split('x')
    .map(Number)
  const frames = Number(fields.num_frames ?? Number.NaN)
  const seconds = Number.isNaN(frames) ? Number(fields.seconds ?? 4) : (frames - 1) / Number(fields.fps)
  return { width, height, seconds }
}
