/**
 * Servers that speak the protocols of xAI, DashScope (Alibaba), MiniMax, the Vercel AI Gateway and Google Vertex, by their
 * packages' own sources and the providers' documents.
 */
import { Answer } from '../remote/test-simulator.ts'
import { checkBearer, film, filmRoute, jobOf, last, type Protocol } from './test-protocol.ts'

/** A job that has not ended is answered with 202. */
export const xai: Protocol = {
  model: 'grok-imagine-video',
  basePath: '/v1',
  calls: { start: 'POST /v1/videos/generations', poll: 'GET /v1/videos/*', result: 'GET /files/*' },
  routes({ board, origin, key }) {
    const noKey = new Answer(401, { code: 'unauthenticated', error: 'Incorrect API key provided.' })
    const notFound = new Answer(404, { code: 'not-found', error: 'The requested resource was not found.' })
    return {
      'POST /v1/videos/generations': (call) => {
        checkBearer(call, key, noKey)
        return { request_id: board.add(String(call.json?.prompt), film).id }
      },
      'GET /v1/videos/*': (call) => {
        checkBearer(call, key, noKey)
        const job = jobOf(board, last(call), notFound)
        const now = board.stateOf(job)
        if (now.state === 'queued' || now.state === 'running')
          return new Answer(202, { status: 'pending', progress: 1 })
        if (now.state === 'cancelled') return { status: 'expired' }
        if (now.state === 'failed') return { status: 'failed', error: { code: 'internal', message: now.message } }
        const video = { url: `${origin()}/files/${job.id}.mp4`, duration: film.seconds, respect_moderation: true }
        return { status: 'done', video, model: 'grok-imagine-video' }
      },
      'GET /files/*': filmRoute(board),
    }
  },
}

/** A task that is not known is no 404, but one whose status is UNKNOWN. */
export const alibaba: Protocol = {
  model: 'wan2.6-t2v',
  basePath: '',
  calls: {
    start: 'POST /api/v1/services/aigc/video-generation/video-synthesis',
    poll: 'GET /api/v1/tasks/*',
    result: 'GET /files/*',
  },
  routes({ board, origin, key }) {
    const noKey = new Answer(401, { code: 'InvalidApiKey', message: 'Invalid API-key provided.', request_id: 'r' })
    const words = {
      queued: 'PENDING',
      running: 'RUNNING',
      succeeded: 'SUCCEEDED',
      failed: 'FAILED',
      cancelled: 'CANCELED',
    }
    return {
      'POST /api/v1/services/aigc/video-generation/video-synthesis': (call) => {
        checkBearer(call, key, noKey)
        if (call.headers['x-dashscope-async'] !== 'enable') {
          throw new Answer(403, {
            code: 'AccessDenied',
            message: 'current user api does not support synchronous calls.',
          })
        }
        const input = call.json?.input as { prompt?: string } | undefined
        const { id } = board.add(String(input?.prompt), film)
        return { output: { task_id: id, task_status: 'PENDING' }, request_id: 'r' }
      },
      'GET /api/v1/tasks/*': (call) => {
        checkBearer(call, key, noKey)
        const id = last(call)
        const job = board.get(id)
        if (!job) return { output: { task_id: id, task_status: 'UNKNOWN' }, request_id: 'r' }
        const now = board.stateOf(job)
        const output = {
          task_id: id,
          task_status: words[now.state],
          ...(now.state === 'succeeded' && { video_url: `${origin()}/files/${id}.mp4` }),
          ...(now.state === 'failed' && { code: 'InternalError', message: now.message }),
        }
        return { output, request_id: 'r' }
      },
      'GET /files/*': filmRoute(board),
    }
  },
}

export const minimax: Protocol = {
  model: 'MiniMax-H3',
  basePath: '',
  calls: { start: 'POST /v2/video_generation', poll: 'GET /v2/query/video_generation/*', result: 'GET /files/*' },
  routes({ board, origin, key }) {
    const refusal = (status: number, type: string, message: string) =>
      new Answer(status, { type: 'error', error: { type, message, http_code: String(status) }, request_id: 'r' })
    const noKey = refusal(401, 'authorized_error', 'login fail: Please carry the API secret key')
    return {
      'POST /v2/video_generation': (call) => {
        checkBearer(call, key, noKey)
        const content = (call.json?.content ?? []) as { type: string; text?: string }[]
        return { task_id: board.add(String(content.find(({ type }) => type === 'text')?.text), film).id }
      },
      'GET /v2/query/video_generation/*': (call) => {
        checkBearer(call, key, noKey)
        const job = jobOf(board, last(call), refusal(404, 'not_found_error', 'task not found'))
        const now = board.stateOf(job)
        const task = {
          id: job.id,
          status: now.state,
          ...(now.state === 'succeeded' && { content: { url: `${origin()}/files/${job.id}.mp4` } }),
          ...(now.state === 'failed' && { error: { code: 1000, message: now.message } }),
        }
        return { task }
      },
      'GET /files/*': filmRoute(board),
    }
  },
}

/** One path for all jobs: the operation is in the body. */
export const gateway: Protocol = {
  model: 'google/veo-3.1-generate-001',
  basePath: '/v4/ai',
  calls: { start: 'POST /v4/ai/video-model/start', poll: 'POST /v4/ai/video-model/status', result: 'GET /files/*' },
  routes({ board, origin, key }) {
    const refusal = (status: number, type: string, message: string) =>
      new Answer(status, { error: { message, type, param: null, code: status } })
    const noKey = refusal(401, 'authentication_error', 'Invalid API key')
    return {
      'POST /v4/ai/video-model/start': (call) => {
        checkBearer(call, key, noKey)
        return { operation: { id: board.add(String(call.json?.prompt), film).id }, warnings: [] }
      },
      'POST /v4/ai/video-model/status': (call) => {
        checkBearer(call, key, noKey)
        const { id = '' } = (call.json?.operation ?? {}) as { id?: string }
        const job = jobOf(board, id, refusal(404, 'not_found', 'The operation was not found'))
        const now = board.stateOf(job)
        if (now.state === 'queued' || now.state === 'running') return { status: 'pending' }
        if (now.state === 'cancelled') return { status: 'cancelled' }
        if (now.state === 'failed') return { status: 'error', error: now.message }
        return {
          status: 'completed',
          videos: [{ type: 'url', url: `${origin()}/files/${job.id}.mp4`, mediaType: 'video/mp4' }],
        }
      },
      'GET /files/*': filmRoute(board),
    }
  },
}

const vertexModel = '/v1/publishers/google/models/veo-3.1-generate-001'

/** With an API key ("express mode"); the answer to the last poll holds the film. */
export const googleVertex: Protocol = {
  model: 'veo-3.1-generate-001',
  basePath: '/v1/publishers/google',
  calls: {
    start: `POST ${vertexModel}:predictLongRunning`,
    poll: `POST ${vertexModel}:fetchPredictOperation`,
    result: `POST ${vertexModel}:fetchPredictOperation`,
  },
  routes({ board, key }) {
    const refusal = (code: number, message: string, status: string) =>
      new Answer(code, { error: { code, message, status } })
    const noKey = refusal(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT')
    return {
      [`POST ${vertexModel}:predictLongRunning`]: (call) => {
        if (call.headers['x-goog-api-key'] !== key) throw noKey
        const [instance] = (call.json?.instances ?? []) as { prompt?: string }[]
        return { name: `operations/${board.add(String(instance?.prompt), film).id}` }
      },
      [`POST ${vertexModel}:fetchPredictOperation`]: async (call) => {
        if (call.headers['x-goog-api-key'] !== key) throw noKey
        const name = String(call.json?.operationName)
        const job = jobOf(board, name.replace('operations/', ''), refusal(404, 'Operation not found', 'NOT_FOUND'))
        const now = board.stateOf(job)
        if (now.state === 'queued' || now.state === 'running') return { name }
        if (now.state !== 'succeeded') {
          const message = now.state === 'failed' ? now.message : 'cancelled'
          return { name, done: true, error: { code: 3, message } }
        }
        const bytesBase64Encoded = (await board.filmOf(job)).toString('base64')
        return { name, done: true, response: { videos: [{ bytesBase64Encoded, mimeType: 'video/mp4' }] } }
      },
    }
  },
}
