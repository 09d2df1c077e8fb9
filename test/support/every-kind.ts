/** An engine of each kind, as what a second start of one job costs: nothing, nothing with the same key, the price again. */
import { defineConfig } from '../../src/config.ts'
import { startAcedataServer } from '../../src/engines/acedata/test-acedata-server.ts'
import { startOpenaiVideosServer } from '../../src/engines/openai-videos/test-openai-videos-server.ts'
import type { JobBoard } from '../../src/engines/remote/test-job-board.ts'
import type { ReceivedCall, Simulator, Trouble } from '../../src/engines/remote/test-simulator.ts'
import { tooManyRequests } from '../../src/engines/remote/test-troubles.ts'

export const kinds = ['built-in', 'free', 'paid-with-key', 'paid-without-key'] as const
export type Kind = (typeof kinds)[number]

const key = 'a-key-of-sixteen'
const engineOf = { 'built-in': 'scripted', free: 'free', 'paid-with-key': 'keyed', 'paid-without-key': 'paid' }

/** What its servers were asked to start, and what they have; the built-in kind has no server. */
export interface KindServer {
  simulator: Simulator
  board: JobBoard
  start: string
}

export interface EveryKind {
  config: ReturnType<typeof defineConfig>
  environment: Record<string, string>
  /** The engine's name in the config. */
  engineOf: Record<Kind, string>
  servers: Partial<Record<Kind, KindServer>>
  /** The calls that asked the kind's server to start a job of this prompt. */
  startsOf(kind: Kind, prompt: string): ReceivedCall[]
  [Symbol.asyncDispose](): Promise<void>
}

/** A prompt with this word is told that the engine is full, the first time. */
export const busyOnce = '[busy]'

export async function startEveryKind(concurrency: number): Promise<EveryKind> {
  const free = await startOpenaiVideosServer('sglang')
  const keyed = await startAcedataServer(key)
  const paid = await startOpenaiVideosServer('openai')
  const common = { concurrency, pollSeconds: 0.1 }
  const videos = { type: 'openai-videos', model: 'm', ...common } as const
  const servers: EveryKind['servers'] = {
    free: { ...free, start: 'POST /v1/videos' },
    'paid-with-key': { ...keyed, start: 'POST /sora/videos' },
    'paid-without-key': { ...paid, start: 'POST /v1/videos' },
  }
  for (const { simulator, start } of Object.values(servers)) {
    simulator.trouble(start, refuseBusyOnce(), Number.POSITIVE_INFINITY)
  }
  return {
    config: defineConfig({
      engines: {
        scripted: { type: 'scripted', concurrency },
        free: { ...videos, baseUrl: free.baseUrl, flavor: 'sglang' },
        keyed: { type: 'acedata', baseUrl: keyed.simulator.origin, apiKeyEnv: 'ENGINE_KEY', ...common },
        paid: { ...videos, baseUrl: paid.baseUrl, flavor: 'openai' },
      },
      models: Object.fromEntries(Object.entries(engineOf).map(([model, engine]) => [model, [engine]])),
      limits: { inFlight: 1000, requestsPerMinute: 100_000, openTasks: 10_000 },
      callbackRetrySeconds: [1, 1, 1, 1],
    }),
    environment: { ENGINE_KEY: key },
    engineOf,
    servers,
    startsOf(kind, prompt) {
      const { simulator, start } = servers[kind] ?? {}
      return simulator?.callsTo(start ?? '').filter((call) => promptOf(call) === prompt) ?? []
    },
    async [Symbol.asyncDispose]() {
      for (const one of [free, keyed, paid]) await one[Symbol.asyncDispose]()
    },
  }
}

const promptOf = ({ json, form }: ReceivedCall): string => String(json?.prompt ?? form?.get('prompt'))

function refuseBusyOnce(): Trouble {
  const refused = new Set<string>()
  return (call, response, pass) => {
    const prompt = promptOf(call)
    if (!prompt.includes(busyOnce) || refused.has(prompt)) return pass()
    refused.add(prompt)
    return tooManyRequests(1)(call, response, pass)
  }
}
