/**
 * What ComfyUI says of running prompts on its websocket, as far as we listen: whose turn it is, and how many steps each
 * node has done. `server.py`, `execution.py` and `comfy_execution/progress.py` of ComfyUI send these messages.
 */
import { z } from 'zod'

const message = z.object({
  type: z.string(),
  data: z
    .looseObject({
      prompt_id: z.string().optional(),
      node: z.string().nullish(),
      value: z.number().optional(),
      max: z.number().optional(),
      nodes: z.unknown().optional(),
    })
    .default({}),
})

const nodeState = z.object({ value: z.number(), max: z.number() })
const nodeStates = z.record(z.string(), nodeState.optional().catch(undefined))

/** After these a prompt is, or is about to be, in the history. */
const endings = ['execution_success', 'execution_error', 'execution_interrupted']

/** The most that steps count for: loading before them and decoding after them take time too. */
const samplingShare = 0.95

interface PromptProgress {
  samplers: readonly string[]
  /** 0 to 1, by node. */
  done: Map<string, number>
  progress: number | undefined
}

export interface ProgressBook {
  /** Follows a prompt; `samplers` are the nodes whose steps count. */
  follow(promptId: string, samplers: readonly string[]): void
  /** 0 to 1; nothing before the first step. */
  progressOf(promptId: string): number | undefined
  forget(promptId: string): void
  /** Takes a message as it came; returns the prompts that have news. What it does not know it ignores. */
  read(text: string): { promptId: string; ended: boolean } | undefined
}

export function createProgressBook(): ProgressBook {
  const prompts = new Map<string, PromptProgress>()

  function note(prompt: PromptProgress, node: string, fraction: number): void {
    // A sampler of another kind than the templates' may have a name that we do not know.
    if (prompt.samplers.length > 0 && !prompt.samplers.includes(node)) return
    prompt.done.set(node, Math.max(prompt.done.get(node) ?? 0, fraction))
    const sum = [...prompt.done.values()].reduce((total, one) => total + one, 0)
    const all = Math.max(prompt.samplers.length, prompt.done.size)
    prompt.progress = Math.max(prompt.progress ?? 0, (sum / all) * samplingShare)
  }

  return {
    follow(promptId, samplers) {
      if (!prompts.has(promptId)) prompts.set(promptId, { samplers, done: new Map(), progress: undefined })
    },
    progressOf: (promptId) => prompts.get(promptId)?.progress,
    forget: (promptId) => void prompts.delete(promptId),
    read(text) {
      const parsed = parse(text)
      const promptId = parsed?.data.prompt_id
      if (!parsed || promptId === undefined) return undefined
      const { type, data } = parsed
      const ended = endings.includes(type) || (type === 'executing' && data.node === null)
      const prompt = prompts.get(promptId)
      if (prompt) {
        const { node, value, max } = data
        if (type === 'progress' && node && value !== undefined && max) note(prompt, node, fractionOf(value, max))
        if (type === 'progress_state') {
          for (const [id, state] of Object.entries(nodeStates.safeParse(data.nodes).data ?? {})) {
            // Nodes without steps have a maximum of 1.
            if (state && state.max > 1) note(prompt, id, fractionOf(state.value, state.max))
          }
        }
      }
      return { promptId, ended }
    },
  }
}

const fractionOf = (value: number, max: number): number => Math.min(1, Math.max(0, value / max))

function parse(text: string): z.infer<typeof message> | undefined {
  try {
    return message.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
