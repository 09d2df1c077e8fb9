/**
 * Listens to a ComfyUI server's websocket. What it says is a hint: a socket that cannot be opened, breaks or lies costs
 * progress and a second of lag, never a job. Messages go to the client id that a prompt was queued with, so a prompt
 * that an earlier process queued is followed under that process's id.
 */
import { WebSocket } from 'undici'
import { createProgressBook } from './progress.ts'

const firstRetryMilliseconds = 1_000
const maxRetryMilliseconds = 30_000
const connectMilliseconds = 10_000

export interface ProgressFeed {
  /** `samplers`: the nodes by whose steps progress is told. Doing it again changes nothing. */
  follow(prompt: FollowedPrompt): void
  /** 0 to 1; nothing before the first step. */
  progressOf(promptId: string): number | undefined
  /**
   * Resolves when the prompt has news or after `milliseconds`, whichever is first; at once when its end was told, and
   * when nothing is heard.
   * Rejects with the signal's reason.
   */
  news(promptId: string, milliseconds: number, signal: AbortSignal): Promise<News>
  /** Whether the prompt's messages are being heard now. */
  hears(clientId: string): boolean
  forget(promptId: string): void
  close(): void
}

/** `none` also when the socket broke. */
export type News = 'progress' | 'ended' | 'none'

export interface FollowedPrompt {
  promptId: string
  clientId: string
  samplers: readonly string[]
}

interface Client {
  prompts: Set<string>
  socket: WebSocket | undefined
  failures: number
  timer: NodeJS.Timeout | undefined
}

/** @param url of the websocket, for a client id */
export function createProgressFeed(
  url: (clientId: string) => string,
  headers: () => Record<string, string>,
): ProgressFeed {
  const book = createProgressBook()
  const clients = new Map<string, Client>()
  const clientOf = new Map<string, string>()
  const waiting = new Map<string, Set<(news: News) => void>>()
  /** Prompts whose end was told. */
  const ended = new Set<string>()

  function open(clientId: string, client: Client): void {
    const socket = new WebSocket(url(clientId), { headers: headers() })
    client.socket = socket
    client.timer = setTimeout(() => socket.close(), connectMilliseconds)
    socket.addEventListener('open', () => {
      clearTimeout(client.timer)
      client.failures = 0
    })
    socket.addEventListener('message', ({ data }) => {
      // Binary messages are previews.
      const news = typeof data === 'string' ? book.read(data) : undefined
      if (!news || !clientOf.has(news.promptId)) return
      if (news.ended) ended.add(news.promptId)
      wake(news.promptId, news.ended ? 'ended' : 'progress')
    })
    socket.addEventListener('error', () => {})
    socket.addEventListener('close', () => {
      clearTimeout(client.timer)
      if (clients.get(clientId) !== client) return
      client.socket = undefined
      const pause = Math.min(firstRetryMilliseconds * 2 ** client.failures, maxRetryMilliseconds)
      client.failures++
      client.timer = setTimeout(() => open(clientId, client), pause)
      // Who waited for this socket goes back to asking.
      for (const promptId of client.prompts) wake(promptId, 'none')
    })
  }

  function shut(clientId: string): void {
    const client = clients.get(clientId)
    clients.delete(clientId)
    clearTimeout(client?.timer)
    client?.socket?.close()
  }

  function wake(promptId: string, news: News): void {
    const tellers = [...(waiting.get(promptId) ?? [])]
    waiting.delete(promptId)
    for (const tell of tellers) tell(news)
  }

  const hears = (clientId: string | undefined) => clients.get(clientId ?? '')?.socket?.readyState === WebSocket.OPEN

  return {
    follow({ promptId, clientId, samplers }) {
      book.follow(promptId, samplers)
      clientOf.set(promptId, clientId)
      let client = clients.get(clientId)
      if (!client) {
        client = { prompts: new Set(), socket: undefined, failures: 0, timer: undefined }
        clients.set(clientId, client)
        open(clientId, client)
      }
      client.prompts.add(promptId)
    },
    progressOf: (promptId) => book.progressOf(promptId),
    async news(promptId, milliseconds, signal) {
      if (ended.has(promptId)) return 'ended'
      if (!hears(clientOf.get(promptId))) return 'none'
      const told = Promise.withResolvers<News>()
      const tellers = waiting.get(promptId) ?? new Set()
      waiting.set(promptId, tellers.add(told.resolve))
      const stop = () => told.resolve('none')
      const timer = setTimeout(stop, milliseconds)
      signal.addEventListener('abort', stop, { once: true })
      const news = await told.promise
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      tellers.delete(told.resolve)
      signal.throwIfAborted()
      return news
    },
    hears,
    forget(promptId) {
      const clientId = clientOf.get(promptId) ?? ''
      clientOf.delete(promptId)
      ended.delete(promptId)
      book.forget(promptId)
      const client = clients.get(clientId)
      client?.prompts.delete(promptId)
      if (client?.prompts.size === 0) shut(clientId)
    },
    close() {
      for (const clientId of [...clients.keys()]) shut(clientId)
    },
  }
}
