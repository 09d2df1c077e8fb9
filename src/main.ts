/** The process of a server: config, start, signals, stop. */
import { createServer as createNetServer } from 'node:net'
import { type Config, secretsOf } from './config.ts'
import { type Context, createContext } from './context.ts'
import { ConfigError } from './errors.ts'
import { createLogger, type Logger } from './logger.ts'

const stopTimeoutMilliseconds = 30_000

export interface RunningProcess {
  context: Context
  /** Where callers reach it. */
  url: string
  /** Where it answers on this machine. */
  localUrl: string
  logger: Logger
}

/** Starts a server and listens. Throws ConfigError for what the operator can mend. */
export async function startServer(
  config: Config,
  logger = createLogger(config.logLevel, undefined, secretsOf(config)),
): Promise<RunningProcess> {
  const { host } = config
  const port = config.port || (await findFreePort(host).catch((cause) => throwListenError(host, 0, cause)))
  const localUrl = `http://${hostInUrl(host)}:${port}`
  const url = config.publicUrl ?? localUrl
  const context = await createContext(config, url, logger)
  try {
    await context.app.listen({ host, port }).catch((cause) => throwListenError(host, port, cause))
    const { metricsPort } = config
    if (metricsPort !== undefined) {
      await context.metricsServer
        .listen({ host, port: metricsPort })
        .catch((cause) => throwListenError(host, metricsPort, cause, 'METRICS_PORT'))
    }
    await context.start(localUrl)
  } catch (error) {
    await context.stop()
    throw error
  }
  logger.info({ url }, 'ready')
  if (config.publicUrl === undefined && isEveryAddress(host)) {
    logger.warn({ url }, 'links begin with this address, which only this machine can reach; PUBLIC_URL sets another')
  }
  return { context, url, localUrl, logger }
}

function throwListenError(host: string, port: number, cause: NodeJS.ErrnoException, variable = 'PORT'): never {
  if (cause.code === 'EADDRINUSE') {
    throw new ConfigError(`${variable}: something else is using port ${port} on ${host}; choose another.`, { cause })
  }
  throw new ConfigError(`HOST or ${variable}: ${host}:${port} cannot be listened on (${cause.code}).`, { cause })
}

/** Runs a server until a signal stops it; a second signal, or half a minute, ends the process at once. */
export async function runUntilStopped({ context, logger }: RunningProcess): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve)
  })
  logger.info({ signal }, 'stopping')
  const force = () => process.exit(1)
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, force)
  const timer = setTimeout(force, stopTimeoutMilliseconds)
  await context.stop()
  clearTimeout(timer)
  logger.info({}, 'stopped')
}

const isEveryAddress = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** Where callers on this machine find a server that listens on all addresses. */
function hostInUrl(host: string): string {
  if (isEveryAddress(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createNetServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
