/**
 * Servers that speak the protocols of the providers, whose real packages the tests use, by the packages' own sources and
 * the providers' documents. Here: fal's queue, Replicate's predictions, the long-running operations of Google's Veo.
 */
import { createJobBoard, type JobBoard, type SimulatedJob } from '../remote/test-job-board.ts'
import { Answer, type ReceivedCall, type Simulator, startSimulator } from '../remote/test-simulator.ts'
import type { ProviderName } from './settings.ts'
import { alibaba, gateway, googleVertex, minimax, xai } from './test-more-providers.ts'
import { checkBearer, film, filmRoute, jobOf, last, type Protocol } from './test-protocol.ts'

export interface ProviderServer {
  simulator: Simulator
  board: JobBoard
  /** For the engine's settings. */
  baseUrl: string
  model: string
  calls: Protocol['calls']
  [Symbol.asyncDispose](): Promise<void>
}

export async function startProvider(name: ProviderName, key: string): Promise<ProviderServer> {
  const protocol = protocols[name]
  const board = createJobBoard()
  let address = ''
  const simulator = await startSimulator(protocol.routes({ board, origin: () => address, key }))
  address = simulator.origin
  return {
    simulator,
    board,
    baseUrl: `${simulator.origin}${protocol.basePath}`,
    model: protocol.model,
    calls: protocol.calls,
    async [Symbol.asyncDispose]() {
      await simulator[Symbol.asyncDispose]()
      await board[Symbol.asyncDispose]()
    },
  }
}

/** A failed job's answer has the status of its error; one under way is a 400. */
const fal: Protocol = {
  model: 'fal-ai/wan-t2v',
  basePath: '',
  calls: { start: 'POST /fal-ai/wan-t2v', poll: 'GET /fal-ai/wan-t2v/requests/*', result: 'GET /files/*' },
  routes({ board, origin, key }) {
    const check = ({ headers }: ReceivedCall) => {
      if (headers.authorization !== `Key ${key}`) throw new Answer(401, { detail: 'Authentication is required.' })
    }
    // Links lead to fal's own address, which the package has written in.
    const link = (id: string) => `https://queue.fal.run/fal-ai/wan-t2v/requests/${id}`
    return {
      'POST /fal-ai/wan-t2v': (call) => {
        check(call)
        const { id } = board.add(String(call.json?.prompt), film)
        return {
          status: 'IN_QUEUE',
          request_id: id,
          response_url: link(id),
          cancel_url: `${link(id)}/cancel`,
          queue_position: 0,
        }
      },
      'PUT /fal-ai/wan-t2v/requests/*/cancel': (call) => {
        check(call)
        const job = jobOf(board, call.path.split('/')[4] ?? '', new Answer(404, { detail: 'Request not found' }))
        job.cancelled = true
        return new Answer(202, { status: 'CANCELLATION_REQUESTED' })
      },
      'GET /fal-ai/wan-t2v/requests/*': (call) => {
        check(call)
        const job = jobOf(board, last(call), new Answer(404, { detail: 'Request not found' }))
        const now = board.stateOf(job)
        if (now.state === 'queued' || now.state === 'running')
          throw new Answer(400, { detail: 'Request is still in progress' })
        if (now.state === 'cancelled') throw new Answer(499, { error: { message: 'Request was cancelled', code: 499 } })
        if (now.state === 'failed') throw new Answer(422, { error: { message: now.message, code: 422 } })
        const url = `${origin()}/files/${job.id}.mp4`
        return { video: { url, content_type: 'video/mp4', file_size: 1000 }, seed: 7 }
      },
      'GET /files/*': filmRoute(board),
    }
  },
}

const replicate: Protocol = {
  model: 'wan-video/wan-2.2-t2v-fast',
  basePath: '/v1',
  calls: { start: 'POST /v1/models/*/*/predictions', poll: 'GET /v1/predictions/*', result: 'GET /files/*' },
  routes({ board, origin, key }) {
    const check = (call: ReceivedCall) =>
      checkBearer(call, key, new Answer(401, { title: 'Unauthenticated', detail: 'no key' }))
    const words = {
      queued: 'starting',
      running: 'processing',
      succeeded: 'succeeded',
      failed: 'failed',
      cancelled: 'canceled',
    }
    const present = (job: SimulatedJob) => {
      const now = board.stateOf(job)
      const get = `${origin()}/v1/predictions/${job.id}`
      return {
        id: job.id,
        status: words[now.state],
        output: now.state === 'succeeded' ? `${origin()}/files/${job.id}.mp4` : null,
        error: now.state === 'failed' ? now.message : null,
        urls: { get, cancel: `${get}/cancel` },
      }
    }
    const notFound = new Answer(404, { title: 'Not found', detail: 'Prediction not found' })
    return {
      'POST /v1/models/*/*/predictions': (call) => {
        check(call)
        const input = call.json?.input as { prompt?: string } | undefined
        return new Answer(201, present(board.add(String(input?.prompt), film)))
      },
      'POST /v1/predictions/*/cancel': (call) => {
        check(call)
        const job = jobOf(board, call.path.split('/')[3] ?? '', notFound)
        job.cancelled = true
        return present(job)
      },
      'GET /v1/predictions/*': (call) => {
        check(call)
        return present(jobOf(board, last(call), notFound))
      },
      'GET /files/*': filmRoute(board),
    }
  },
}

const google: Protocol = {
  model: 'veo-3.1-generate-preview',
  basePath: '/v1beta',
  calls: { start: 'POST /v1beta/models/*', poll: 'GET /v1beta/models/*/operations/*', result: 'GET /v1beta/files/*' },
  routes({ board, origin, key }) {
    const refusal = (code: number, message: string, status: string) =>
      new Answer(code, { error: { code, message, status } })
    const check = ({ headers, query }: ReceivedCall) => {
      if (headers['x-goog-api-key'] === key || query.get('key') === key) return
      throw refusal(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT')
    }
    const notFound = refusal(404, 'Operation not found', 'NOT_FOUND')
    return {
      'POST /v1beta/models/*': (call) => {
        check(call)
        const [instance] = (call.json?.instances ?? []) as { prompt?: string }[]
        const { id } = board.add(String(instance?.prompt), film)
        return { name: `models/veo-3.1-generate-preview/operations/${id}` }
      },
      'GET /v1beta/models/*/operations/*': (call) => {
        check(call)
        const job = jobOf(board, last(call), notFound)
        const now = board.stateOf(job)
        const name = `models/veo-3.1-generate-preview/operations/${job.id}`
        if (now.state === 'queued' || now.state === 'running') return { name }
        if (now.state !== 'succeeded') {
          const message = now.state === 'failed' ? now.message : 'cancelled'
          return { name, done: true, error: { code: 3, message } }
        }
        const uri = `${origin()}/v1beta/files/${job.id}:download?alt=media`
        return { name, done: true, response: { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } } }
      },
      'GET /v1beta/files/*': (call, response) => {
        check(call)
        return filmRoute(board)(call, response)
      },
    }
  },
}

const protocols: Record<ProviderName, Protocol> = {
  fal,
  replicate,
  google,
  'google-vertex': googleVertex,
  xai,
  alibaba,
  minimax,
  gateway,
}
