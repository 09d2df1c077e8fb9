import type { z } from 'zod'
import { operatorTokenOf } from '../auth/operator.ts'
import { type Config, secretsOf } from '../config.ts'
import type { reconciliation } from '../contract/management/admin.ts'
import { findRunningServer, keptSecret } from '../data-directory.ts'
import { createLogger } from '../logger.ts'
import { startServer } from '../main.ts'

/** A server to talk to over HTTP: one that runs, or one that was started for the time it takes. */
export interface ServerSession {
  url: string
  /** Whether this process started it. */
  own: boolean
  /** Makes a key; it stays until it is revoked. */
  createKey(name: string, expiresAt?: Date): Promise<{ id: string; token: string }>
  listKeys(): Promise<Credential[]>
  revokeKey(id: string): Promise<boolean>
  /** What callbacks are signed with. */
  webhookSecret(): Promise<string>
  /** Whether credits, tasks and usage agree. */
  reconcile(): Promise<z.infer<typeof reconciliation>>
  [Symbol.asyncDispose](): Promise<void>
}

export interface Credential {
  id: string
  name: string
  prefix: string
  created_at: number
  expires_at: number | null
  revoked_at: number | null
}

const callTimeoutMilliseconds = 30_000

/** Finds the server that has the data directory, or starts one on `config`'s port, or on a free one when that is taken. */
export async function openSession(config: Config): Promise<ServerSession> {
  const running = await findRunningServer(config.dataDirectory)
  if (running?.url) return sessionAt(running.url, config, async () => {})
  const started = await startOnAnyPort(config)
  return sessionAt(started.localUrl, config, () => started.context.stop(), true)
}

async function startOnAnyPort(config: Config) {
  // The standard output is the command's own.
  const logger = createLogger('warn', process.stderr, secretsOf(config))
  try {
    return await startServer(config, logger)
  } catch (error) {
    if ((error as { cause?: NodeJS.ErrnoException }).cause?.code !== 'EADDRINUSE') throw error
    return startServer({ ...config, port: 0 }, logger)
  }
}

async function sessionAt(url: string, config: Config, close: () => Promise<void>, own = false): Promise<ServerSession> {
  const token = operatorTokenOf(config.secret ?? (await keptSecret(config.dataDirectory)))
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(callTimeoutMilliseconds),
    })
    const answer = (await response.json()) as { error?: { message: string } }
    if (!response.ok) throw new Error(answer.error?.message ?? `the server answered ${response.status}`)
    return answer
  }
  return {
    url,
    own,
    createKey: async (name, expiresAt) =>
      (await call('POST', 'credentials', { name, expires_at: expiresAt?.toISOString() })) as {
        id: string
        token: string
      },
    listKeys: async () => ((await call('GET', 'credentials')) as { items: Credential[] }).items,
    revokeKey: async (id) => ((await call('DELETE', `credentials/${id}`)) as { revoked: boolean }).revoked,
    webhookSecret: async () => ((await call('GET', 'webhook_secret')) as { webhook_secret: string }).webhook_secret,
    reconcile: async () => (await call('GET', 'admin/reconciliation')) as z.infer<typeof reconciliation>,
    [Symbol.asyncDispose]: close,
  }
}
