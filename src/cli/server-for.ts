import { readConfig } from '../config.ts'
import { openSession } from './server-session.ts'

/** A server and a key for it, for the time that a command takes. */
export interface ServerWithKey extends AsyncDisposable {
  url: string
  key: string
}

export interface ServerChoice {
  /** `--server`. */
  server?: string
  /** `--key`. */
  key?: string
}

/**
 * The server that is named, by `--server` or RUSHES_URL, with the key that goes with it; else the one that has the data
 * directory here, or one that is started, with a key that is revoked afterwards (or expires, should this process be killed).
 */
export async function serverFor(
  { server = process.env.RUSHES_URL, key = process.env.RUSHES_API_KEY }: ServerChoice,
  forWhat: { keyName: string; keyLifeMilliseconds: number },
): Promise<ServerWithKey> {
  if (server !== undefined && server !== '') {
    if (!URL.canParse(server)) throw new Error(`--server is ${server}; allowed: a URL such as http://localhost:8080.`)
    if (!key) throw new Error('--server needs a --key, or RUSHES_API_KEY.')
    return { url: server.replace(/\/+$/, ''), key, [Symbol.asyncDispose]: async () => {} }
  }
  const session = await openSession(await readConfig(process.env))
  try {
    const made = await session.createKey(forWhat.keyName, new Date(Date.now() + forWhat.keyLifeMilliseconds))
    return {
      url: session.url,
      key: made.token,
      async [Symbol.asyncDispose]() {
        await session.revokeKey(made.id).catch(() => {})
        await session[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await session[Symbol.asyncDispose]()
    throw error
  }
}
