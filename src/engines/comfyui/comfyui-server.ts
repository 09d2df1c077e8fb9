/** A ComfyUI server's routes, as `server.py` of ComfyUI has them. */
import { openAsBlob } from 'node:fs'
import { extname } from 'node:path'
import { EngineFault, NotAccepted } from '../engine.ts'
import { bearer, createEngineHttp, type EngineAnswer, type EngineHttpOptions, isObject } from '../remote/engine-http.ts'
import { explainRefusal } from '../remote/refusal.ts'
import { oneLine } from '../remote/server-words.ts'
import { type HistoryEntry, historyAnswer, type OutputFile, queueAnswer } from './history.ts'
import type { WorkflowNodes } from './workflow.ts'

/** The queue repeats every prompt's workflow. */
const maxQueueBytes = 64 * 1024 * 1024
const uploadSeconds = 300

export type Place =
  | { at: 'queue'; ahead: number }
  | { at: 'work' }
  | { at: 'end'; entry: HistoryEntry }
  | { at: 'nowhere' }

export interface ComfyuiServer {
  /** Where a prompt is. @throws EngineFault */
  find(promptId: string, signal: AbortSignal): Promise<Place>
  /** Queues a prompt; resolves to its id. @throws NotAccepted, EngineFault */
  queue(prompt: WorkflowNodes, promptId: string, clientId: string, signal: AbortSignal): Promise<string>
  /** Sends a reference, an image or a video; resolves to the name by which workflows load it. @throws EngineFault */
  upload(path: string, name: string, signal: AbortSignal): Promise<string>
  /** Takes a prompt out of the queue, or interrupts it when it is the one at work. @throws EngineFault */
  stop(promptId: string, signal: AbortSignal): Promise<void>
  /** A node class as `/object_info` describes it; undefined when there is none. @throws EngineFault */
  nodeClass(name: string, signal: AbortSignal): Promise<unknown>
  /** The version of ComfyUI. @throws EngineFault */
  version(signal: AbortSignal): Promise<string>
  /** Where a result is. */
  linkTo(file: OutputFile): string
  /** Of the websocket. */
  socketUrl(clientId: string): string
  headers(): Record<string, string>
}

export function createComfyuiServer(options: EngineHttpOptions, secret: () => string | undefined): ComfyuiServer {
  const http = createEngineHttp(options)
  const { engine, baseUrl } = options
  const headers = () => bearer(secret())

  async function history(promptId: string, signal: AbortSignal): Promise<HistoryEntry | undefined> {
    const path = `/history/${encodeURIComponent(promptId)}`
    const answer = await http.ask({ path, headers: headers(), maxBytes: maxQueueBytes }, signal)
    return read(historyAnswer, answer, 'history')[promptId]
  }

  async function queued(signal: AbortSignal) {
    const answer = await http.ask({ path: '/queue', headers: headers(), maxBytes: maxQueueBytes }, signal)
    return read(queueAnswer, answer, 'queue')
  }

  function read<T>(schema: { safeParse(value: unknown): { data?: T } }, value: unknown, what: string): T {
    const { data } = schema.safeParse(value)
    if (data !== undefined) return data
    throw new EngineFault(`the engine ${engine} has a ${what} in a form that is not ComfyUI's`, {
      mayHaveArrived: true,
    })
  }

  /** For answers without a body. */
  async function tell(path: string, json: object, signal: AbortSignal): Promise<void> {
    const { status } = await http.request({ method: 'POST', path, json, headers: headers() }, signal)
    if (status < 200 || status > 299) {
      throw new EngineFault(`the engine ${engine} answered ${status} to ${path}`, { mayHaveArrived: true })
    }
  }

  const server: ComfyuiServer = {
    async find(promptId, signal) {
      const before = await history(promptId, signal)
      if (before) return { at: 'end', entry: before }
      const { queue_running, queue_pending } = await queued(signal)
      if (queue_running.some(([, id]) => id === promptId)) return { at: 'work' }
      const own = queue_pending.find(([, id]) => id === promptId)
      // Its queue is a heap: only the numbers tell the order.
      if (own) return { at: 'queue', ahead: queue_running.length + queue_pending.filter(([n]) => n < own[0]).length }
      // It may have ended between the two questions.
      const after = await history(promptId, signal)
      return after ? { at: 'end', entry: after } : { at: 'nowhere' }
    },
    async queue(prompt, promptId, clientId, signal) {
      const json = { prompt, prompt_id: promptId, client_id: clientId }
      const answer = await http
        .request({ method: 'POST', path: '/prompt', json, headers: headers() }, signal)
        .catch((error: unknown) => {
          if (!(error instanceof EngineFault) || error.mayHaveArrived) throw error
          throw new NotAccepted('engine', `The engine ${engine} cannot be reached.`, { cause: error })
        })
      if (answer.status < 200 || answer.status > 299) throw explainRefusedPrompt(engine, answer)
      const id = isObject(answer.body) ? answer.body.prompt_id : undefined
      if (typeof id === 'string') return id
      throw new EngineFault(`the engine ${engine} took the prompt without saying its id`, { mayHaveArrived: true })
    },
    async upload(path, name, signal) {
      const form = new FormData()
      form.set('image', await openAsBlob(path), `${name}${extname(path)}`)
      form.set('subfolder', 'rushes')
      form.set('type', 'input')
      form.set('overwrite', 'true')
      const call = { method: 'POST', path: '/upload/image', form, headers: headers(), seconds: uploadSeconds } as const
      const answer = await http.ask(call, signal)
      const { name: kept, subfolder } = answer ?? {}
      if (typeof kept !== 'string')
        throw new EngineFault(`the engine ${engine} kept no image`, { mayHaveArrived: true })
      return subfolder ? `${subfolder}/${kept}` : kept
    },
    async stop(promptId, signal) {
      await tell('/queue', { delete: [promptId] }, signal)
      const { queue_running } = await queued(signal)
      // Older servers interrupt whatever runs, so this is said only when it is ours.
      if (queue_running.some(([, id]) => id === promptId)) await tell('/interrupt', { prompt_id: promptId }, signal)
    },
    async nodeClass(name, signal) {
      const path = `/object_info/${encodeURIComponent(name)}`
      const answer = await http.ask({ path, headers: headers(), maxBytes: maxQueueBytes }, signal, [404])
      return answer?.[name]
    },
    async version(signal) {
      const { system } = (await http.ask({ path: '/system_stats', headers: headers() }, signal)) ?? {}
      return isObject(system) && typeof system.comfyui_version === 'string' ? system.comfyui_version : 'unknown'
    },
    linkTo: ({ filename, subfolder, type }) => `${baseUrl}/view?${new URLSearchParams({ filename, subfolder, type })}`,
    socketUrl: (clientId) => `${baseUrl.replace(/^http/, 'ws')}/ws?clientId=${encodeURIComponent(clientId)}`,
    headers,
  }
  return server
}

/** The server's reasons for not taking a prompt: by node, the inputs that are wrong. */
function explainRefusedPrompt(engine: string, answer: EngineAnswer): Error {
  const { body } = answer
  if (!isObject(body) || !isObject(body.error) || !isObject(body.node_errors)) return explainRefusal(engine, answer)
  const nodes = Object.values(body.node_errors)
  const reasons = nodes.flatMap((node) => (isObject(node) ? reasonsOf(node) : []))
  const { message = '', details = '' } = body.error
  const said = reasons.length > 0 ? reasons.slice(0, 3).join('; ') : `${message} ${details}`
  // The workflow is the operator's, and the same for every job: what it lacks lies in the server.
  return new NotAccepted('engine', `The engine ${engine} cannot run the workflow: ${oneLine(said)}.`)
}

function reasonsOf({ class_type, errors }: { [key: string]: unknown }): string[] {
  const list = Array.isArray(errors) ? errors.filter(isObject) : []
  return list.map(({ message, details }) => `${class_type}: ${message} (${details})`)
}
