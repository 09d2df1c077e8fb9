/**
 * ComfyUI's queue, history and executor without a GPU, after its own `execution.py` and `main.py`: one prompt at a time,
 * the same messages in the same order. What a prompt does, its text says (scripted/script.ts).
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { SimulatedJob } from '../remote/test-job-board.ts'
import type { WorkflowNodes } from './workflow.ts'

export interface QueuedPrompt {
  number: number
  promptId: string
  nodes: WorkflowNodes
  clientId: string | undefined
  job: SimulatedJob
}

export interface HistoryRecord {
  prompt: unknown[]
  outputs: Record<string, unknown>
  status: { status_str: string; completed: boolean; messages: [string, object][] }
}

/** Sends a message to the websocket of a client; without a client, to all. */
export type Tell = (clientId: string | undefined, type: string, data: object) => void

export interface PromptQueue {
  put(prompt: Omit<QueuedPrompt, 'number'>): QueuedPrompt
  readonly pending: readonly QueuedPrompt[]
  readonly running: QueuedPrompt | undefined
  history: Map<string, HistoryRecord>
  delete(promptIds: readonly string[]): void
  /** Interrupts what runs; with an id, only when that runs. */
  interrupt(promptId?: string): void
  /** How often something was interrupted. */
  readonly interrupts: number
  /** Queue and history are gone, as after a restart. */
  forget(): void
}

type State = 'go' | 'interrupted' | 'gone'

const stepsOfSampler = 5

export function createPromptQueue(tell: Tell): PromptQueue {
  let pending: QueuedPrompt[] = []
  let running: QueuedPrompt | undefined
  let history = new Map<string, HistoryRecord>()
  let numbers = 0
  let interrupted = false
  let interrupts = 0
  let life = 0

  const tellStatus = () => {
    const queue_remaining = pending.length + (running ? 1 : 0)
    tell(undefined, 'status', { status: { exec_info: { queue_remaining } } })
  }

  async function work(): Promise<void> {
    const [next] = pending
    if (running || !next) return
    const wait = next.job.startedAt + next.job.script.queueSeconds * 1000 - Date.now()
    if (wait > 0) return void setTimeout(work, wait)
    running = pending.shift()
    tellStatus()
    interrupted = false
    const [mine, prompt] = [life, next]
    const record = await execute(prompt, tell, () => {
      if (life !== mine) return 'gone'
      return interrupted ? 'interrupted' : 'go'
    })
    if (life !== mine) return
    running = undefined
    history.set(prompt.promptId, record)
    tellStatus()
    tell(prompt.clientId, 'executing', { node: null, prompt_id: prompt.promptId })
    void work()
  }

  return {
    put(prompt) {
      const queued = { ...prompt, number: numbers++ }
      pending.push(queued)
      tellStatus()
      void work()
      return queued
    },
    get pending() {
      return pending
    },
    get running() {
      return running
    },
    get history() {
      return history
    },
    delete(promptIds) {
      pending = pending.filter(({ promptId }) => !promptIds.includes(promptId))
    },
    interrupt(promptId) {
      if (!running || (promptId && promptId !== running.promptId)) return
      interrupted = true
      interrupts++
    },
    get interrupts() {
      return interrupts
    },
    forget() {
      life++
      pending = []
      running = undefined
      history = new Map()
    },
  }
}

/** As `PromptExecutor.execute_async`. */
async function execute(
  { number, promptId: prompt_id, clientId, nodes, job }: QueuedPrompt,
  tell: Tell,
  state: () => State,
): Promise<HistoryRecord> {
  const messages: [string, object][] = []
  const add = (type: string, data: object) => {
    messages.push([type, { prompt_id, ...data, timestamp: Date.now() }])
    tell(clientId, type, { prompt_id, ...data })
  }
  const end = (status_str: string, outputs = {}): HistoryRecord => ({
    prompt: [number, prompt_id, nodes, {}, []],
    outputs,
    status: { status_str, completed: status_str === 'success', messages },
  })
  add('execution_start', {})
  add('execution_cached', { nodes: [] })
  const { script } = job
  const samplers = Object.entries(nodes).filter(([, { class_type }]) =>
    /Sampler(Advanced|CustomAdvanced)?$/.test(class_type),
  )
  const stepMilliseconds = (script.workSeconds * 1000) / (samplers.length * stepsOfSampler)
  for (const [node, { class_type }] of samplers) {
    tell(clientId, 'executing', { node, display_node: node, prompt_id })
    for (let value = 1; value <= stepsOfSampler; value++) {
      const now = await pass(stepMilliseconds, state)
      if (now === 'interrupted') add('execution_interrupted', { node_id: node, node_type: class_type, executed: [] })
      if (now !== 'go') return end('error')
      const max = stepsOfSampler
      tell(clientId, 'progress_state', { prompt_id, nodes: { [node]: { value, max, state: 'running' } } })
      tell(clientId, 'progress', { value, max, prompt_id, node })
    }
  }
  if (script.end === 'failure') {
    const exception_message = script.message || 'Allocation on device 0 would exceed allowed memory. (out of memory)\n'
    const traceback = ['  File "/opt/ComfyUI/execution.py", line 510, in execute\n']
    const exception = { exception_message, exception_type: 'torch.OutOfMemoryError', traceback }
    add('execution_error', { node_id: samplers[0]?.[0], node_type: 'KSampler', ...exception, current_inputs: {} })
    return end('error')
  }
  // As the node SaveVideo.
  const output = { images: [{ filename: `${job.id}.mp4`, subfolder: 'rushes', type: 'output' }], animated: [true] }
  tell(clientId, 'executed', { node: 'save', output, prompt_id })
  add('execution_success', {})
  return end('success', { save: output })
}

/** Works so long, unless it is stopped. */
async function pass(milliseconds: number, state: () => State): Promise<State> {
  const until = performance.now() + milliseconds
  while (performance.now() < until && state() === 'go') await delay(10)
  return state()
}

/** The prompts of a workflow: its directives stand in them. */
export const textOf = (nodes: WorkflowNodes): string =>
  Object.values(nodes)
    .map(({ inputs }) => inputs.text)
    .filter((text) => typeof text === 'string')
    .join(' ')

/** The film that a workflow makes: the size of its latent, the frames that are cut out, the rate. */
export function filmOf(nodes: WorkflowNodes): { width: number; height: number; seconds: number } {
  const all = Object.values(nodes)
  const latent = all.find(({ inputs }) => typeof inputs.width === 'number')
  const scale = latent?.class_type === 'EmptyLTXVLatentVideo' ? 2 : 1
  const frames = all.find(({ class_type }) => class_type === 'ImageFromBatch')?.inputs.length ?? latent?.inputs.length
  const fps = all.find(({ class_type }) => class_type === 'CreateVideo')?.inputs.fps
  return {
    width: Number(latent?.inputs.width ?? 320) * scale,
    height: Number(latent?.inputs.height ?? 192) * scale,
    seconds: Number(frames ?? 80) / Number(fps ?? 16),
  }
}
