/** A ComfyUI server without a GPU, after its own `server.py`: the same routes, the same checks of a prompt. */
import { randomUUID } from 'node:crypto'
import { createJobBoard, type JobBoard } from '../remote/test-job-board.ts'
import { Answer, type ReceivedCall, type Simulator, startSimulator } from '../remote/test-simulator.ts'
import { createPromptQueue, filmOf, type PromptQueue, type QueuedPrompt, textOf } from './test-comfyui-queue.ts'
import { type NodeInput, nodeClasses, objectInfoOf } from './test-node-classes.ts'
import { acceptWebSocket, type ServerSocket } from './test-websocket.ts'
import { readReadyWorkflow, readyWorkflows, type WorkflowNodes } from './workflow.ts'

export interface ComfyuiSimulator {
  simulator: Simulator
  /** Its jobs are the prompts. */
  board: JobBoard
  /** Every prompt that was queued. */
  readonly submitted: readonly QueuedPrompt[]
  readonly queue: PromptQueue
  /** The websockets that are open. */
  readonly sockets: ReadonlyMap<string, ServerSocket>
  /** Files by folder; a test may take some away. */
  readonly folders: Map<string, string[]>
  readonly removedClasses: Set<string>
  [Symbol.asyncDispose](): Promise<void>
}

export async function startComfyui(): Promise<ComfyuiSimulator> {
  const board = createJobBoard()
  const sockets = new Map<string, ServerSocket>()
  const submitted: QueuedPrompt[] = []
  const folders = allModelFiles()
  const removedClasses = new Set<string>()
  const queue = createPromptQueue((clientId, type, data) => {
    const listeners = clientId === undefined ? [...sockets.values()] : [sockets.get(clientId)]
    for (const socket of listeners) socket?.sendText(JSON.stringify({ type, data }))
    if (type === 'progress') for (const socket of listeners) socket?.sendBinary(Buffer.from('a preview'))
  })
  const classesNow = () => {
    const classes = nodeClasses((name) => folders.get(name) ?? [])
    for (const name of removedClasses) classes.delete(name)
    return classes
  }
  const asTuple = ({ number, promptId, nodes }: QueuedPrompt) => [number, promptId, nodes, {}, ['save']]
  const classInfo = ({ path }: ReceivedCall) => {
    const name = lastOf(path)
    const inputs = classesNow().get(name)
    return inputs ? { [name]: objectInfoOf(name, inputs) } : {}
  }
  const simulator = await startSimulator(
    {
      'POST /prompt': ({ json }) => {
        const { prompt, prompt_id, client_id } = json as {
          prompt: WorkflowNodes
          prompt_id?: string
          client_id?: string
        }
        const problem = problemOf(prompt, classesNow())
        if (problem) throw new Answer(400, problem)
        // Like the real one, it takes the same id twice.
        const job = board.add(textOf(prompt), filmOf(prompt))
        const queued = queue.put({ promptId: prompt_id ?? randomUUID(), nodes: prompt, clientId: client_id, job })
        submitted.push(queued)
        return { prompt_id: queued.promptId, number: queued.number, node_errors: {} }
      },
      'GET /queue': () => ({
        queue_running: queue.running ? [asTuple(queue.running)] : [],
        queue_pending: queue.pending.map(asTuple),
      }),
      'POST /queue': ({ json }) => {
        queue.delete((json?.delete as string[] | undefined) ?? [])
        return new Answer(200, '')
      },
      'POST /interrupt': ({ json }) => {
        queue.interrupt(json?.prompt_id as string | undefined)
        return new Answer(200, '')
      },
      'GET /history/*': ({ path }) => {
        const record = queue.history.get(lastOf(path))
        return record ? { [lastOf(path)]: record } : {}
      },
      'GET /object_info/*': classInfo,
      'GET /system_stats': () => ({ system: { comfyui_version: '0.3.75', python_version: '3.12' }, devices: [] }),
      'POST /upload/image': ({ form }) => {
        const image = form?.get('image')
        if (!(image instanceof File)) throw new Answer(400, '')
        const { name } = image
        const subfolder = String(form?.get('subfolder') ?? '')
        folders.set('input', [...(folders.get('input') ?? []), subfolder ? `${subfolder}/${name}` : name])
        return { name, subfolder, type: 'input' }
      },
      'GET /view': async ({ query }) => {
        const job = board.get((query.get('filename') ?? '').replace('.mp4', ''))
        if (!job) throw new Answer(404, '')
        return new Answer(200, await board.filmOf(job), { 'content-type': 'video/mp4' })
      },
    },
    (request, socket) => {
      const clientId = new URL(request.url ?? '/', 'http://comfyui').searchParams.get('clientId') || randomUUID()
      const accepted = acceptWebSocket(request, socket)
      sockets.set(clientId, accepted)
      accepted.onClose(() => sockets.get(clientId) === accepted && sockets.delete(clientId))
      const status = { exec_info: { queue_remaining: queue.pending.length } }
      accepted.sendText(JSON.stringify({ type: 'status', data: { status, sid: clientId } }))
    },
  )
  return {
    simulator,
    board: {
      ...board,
      forget() {
        board.forget()
        queue.forget()
      },
    },
    submitted,
    queue,
    sockets,
    folders,
    removedClasses,
    async [Symbol.asyncDispose]() {
      queue.forget()
      await simulator[Symbol.asyncDispose]()
      await board[Symbol.asyncDispose]()
    },
  }
}

const lastOf = (path: string): string => decodeURIComponent(path.split('/').at(-1) ?? '')

/** As `validate_prompt`: the first class that is not there, else every input that is wrong. */
function problemOf(nodes: WorkflowNodes, classes: Map<string, NodeInput[]>): object | undefined {
  const unknown = Object.entries(nodes).find(([, { class_type }]) => !classes.has(class_type))
  if (unknown) {
    const message = `Node '${unknown[1].class_type}' not found. The custom node may not be installed.`
    const details = `Node ID '#${unknown[0]}'`
    return { error: { type: 'missing_node_type', message, details, extra_info: {} }, node_errors: {} }
  }
  const node_errors: Record<string, { errors: NodeError[]; dependent_outputs: string[]; class_type: string }> = {}
  for (const [id, { class_type, inputs }] of Object.entries(nodes)) {
    const errors = (classes.get(class_type) ?? []).flatMap((input) => errorOf(input, inputs[input.name]))
    if (errors.length > 0) node_errors[id] = { errors, dependent_outputs: ['save'], class_type }
  }
  const all = Object.values(node_errors).flatMap(({ errors }) => errors)
  if (all.length === 0) return undefined
  const details = all.map((error) => `${error.message}: ${error.details}`).join('\n')
  const type = 'prompt_outputs_failed_validation'
  return { error: { type, message: 'Prompt outputs failed validation', details, extra_info: {} }, node_errors }
}

interface NodeError {
  type: string
  message: string
  details: string
  extra_info: object
}

/** As `validate_inputs`, for one input. */
function errorOf({ name, required, options }: NodeInput, value: unknown): NodeError[] {
  if (value === undefined) {
    if (!required) return []
    return [{ type: 'required_input_missing', message: 'Required input is missing', details: name, extra_info: {} }]
  }
  if (!options || Array.isArray(value) || options.includes(String(value))) return []
  const details = `${name}: '${value}' not in ${JSON.stringify(options)}`
  return [{ type: 'value_not_in_list', message: 'Value not in list', details, extra_info: {} }]
}

/** Every model file that a ready workflow wants, in its folder. */
function allModelFiles(): Map<string, string[]> {
  const folders = new Map<string, string[]>([['input', []]])
  for (const name of readyWorkflows) {
    for (const [file, link] of Object.entries(readReadyWorkflow(name).files)) {
      const folder = folderOf(link)
      folders.set(folder, [...new Set([...(folders.get(folder) ?? []), file])])
    }
  }
  return folders
}

function folderOf(link: string): string {
  const [, split] = /split_files\/(\w+)\//.exec(link) ?? []
  if (split) return split
  if (link.includes('sigclip')) return 'clip_vision'
  if (link.includes('upscaler')) return 'latent_upscale_models'
  return link.includes('lora') ? 'loras' : 'checkpoints'
}
