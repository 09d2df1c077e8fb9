/** What ComfyUI's queue and history say of a prompt, as `execution.py` writes them. */
import { z } from 'zod'
import type { Poll } from '../engine.ts'

/** `[number, prompt_id, prompt, extra_data, outputs]` */
const queueItem = z.tuple([z.number(), z.string()], z.unknown())
export const queueAnswer = z.object({ queue_running: z.array(queueItem), queue_pending: z.array(queueItem) })

const file = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string().default('output') })
export type OutputFile = z.infer<typeof file>

const entry = z.object({
  /** By node: lists of files under `images`, `gifs`, `video` …, and other things. */
  outputs: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  status: z
    .object({
      status_str: z.string(),
      messages: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])).default([]),
    })
    .nullish(),
})
export type HistoryEntry = z.infer<typeof entry>
export const historyAnswer = z.record(z.string(), entry)

const maxMessageLength = 300
const outOfMemory = /out of memory|OutOfMemory|would exceed allowed memory/i

/** The film among a prompt's outputs: a video file, rather one that was saved than a preview; the last of several. */
export function filmIn({ outputs }: HistoryEntry): OutputFile | undefined {
  const files = Object.values(outputs)
    .flatMap((output) => Object.values(output))
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((item) => file.safeParse(item).data)
    .filter((item) => item !== undefined && /\.(mp4|webm|mov|mkv|m4v|avi)$/i.test(item.filename))
  return files.findLast((item) => item?.type === 'output') ?? files.at(-1)
}

/** How a prompt that has no film ended. */
export function failureOf({ status }: HistoryEntry): Extract<Poll, { state: 'failed' }> {
  const messages = status?.messages ?? []
  const interrupted = messages.some(([type]) => type === 'execution_interrupted')
  if (interrupted) return failed('The work was interrupted at the ComfyUI server.')
  const [, error] = messages.findLast(([type]) => type === 'execution_error') ?? []
  if (error) {
    const text = String(error.exception_message ?? error.exception_type ?? 'no reason given')
    const reason = text.trim().split('\n')[0]?.slice(0, maxMessageLength)
    const retryable = outOfMemory.test(`${error.exception_type} ${text}`)
    return { ...failed(`ComfyUI failed in the node ${error.node_type}: ${reason}`), retryable }
  }
  if (status?.status_str === 'error') return failed('ComfyUI says that the workflow failed, and no more.')
  return failed('The workflow ended without a video; it needs a node that saves one, such as SaveVideo.')
}

const failed = (message: string) => ({ state: 'failed', kind: 'api_error', message }) as const
