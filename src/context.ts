/** The one composition root: a config becomes living parts, which are closed in reverse. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from './api/api-context.ts'
import { createMetricsServer } from './api/metrics.ts'
import { createServer, createWorkerServer } from './api/server.ts'
import { describeService } from './api/service-offer.ts'
import { linkTo } from './auth/better-auth.ts'
import { type CreatedKey, createKeyFinder, ensureFirstAccount, ensureSomeKey } from './auth/keys.ts'
import { createMailer } from './auth/mail.ts'
import { operatorTokenOf } from './auth/operator.ts'
import { createPeople } from './auth/people.ts'
import { countInMemory, countTogether, createRateLimits } from './auth/rate-limit.ts'
import { inviteFirst } from './auth/registration.ts'
import { createAccepting } from './billing/accept-together.ts'
import type { Billing } from './billing/billing.ts'
import { createFullServer } from './billing/full-server.ts'
import type { Config } from './config.ts'
import { askTest, goOn } from './crash-points.ts'
import { lockDataDirectory, type Snapshot } from './data-directory.ts'
import { connect, type Database } from './db/connect.ts'
import { appliedMigrations, migrate } from './db/migrate.ts'
import type { Queryable } from './db/queryable.ts'
import { type Consumer, createQueue } from './db/queue.ts'
import { createContentPolicy } from './dispatch/content-policy.ts'
import { type Dispatch, queueOf } from './dispatch/dispatch.ts'
import { registerGauges } from './dispatch/gauges.ts'
import { generate } from './dispatch/generate.ts'
import { createProgressBoard } from './dispatch/progress-board.ts'
import { keepSweeping, releaseOwnClaims, removeStaleWork } from './dispatch/sweep.ts'
import { createTaskBatches } from './dispatch/task-batches.ts'
import { createWaiters, waitForEnd } from './dispatch/wait-for-task.ts'
import { checkModels } from './engines/check-models.ts'
import { createRegistry } from './engines/registry.ts'
import { traceCalls } from './engines/trace-calls.ts'
import type { Logger } from './logger.ts'
import { createMedia } from './media/media.ts'
import { createMetrics } from './metrics.ts'
import { createGuardedFetch } from './net/guarded-fetch.ts'
import { openStore } from './storage/open-store.ts'
import { withOwnLinks } from './storage/own-links.ts'
import { createLinkSigner } from './storage/signed-url.ts'
import { removeSnapshots, takeSnapshot } from './storage/snapshot.ts'
import { createTracing } from './tracing.ts'
import { type Delivering, deliver, probeSeconds } from './webhooks/deliver.ts'
import { createClaiming, createRecording } from './webhooks/deliver-together.ts'
import { deliverQueue } from './webhooks/enqueue-callback.ts'
import { withOwnInboxes } from './webhooks/own-inboxes.ts'
import { createRestingHosts } from './webhooks/resting-hosts.ts'

/** They wait for others' answers most of the time; one that hangs takes a slot for ten seconds. */
const deliveriesAtOnce = 128
/** To one endpoint, or of an account's callbacks to one host: a receiver that does not answer holds up no other. */
const deliveriesToOne = 16
const heartbeatSeconds = 10
const closeIdleMilliseconds = 100
const closeAllMilliseconds = 5_000
/** What checking all references of a request may take beside fetching them. */
const decodeSeconds = 60

export interface Context {
  app: FastifyInstance
  /** Answers /metrics, on an address of its own. */
  metricsServer: FastifyInstance
  /** The root handle of the database. */
  database: Queryable
  dispatch: Dispatch
  /** Resolves when a task has ended; rejects with the signal's reason. */
  waitForTask(id: string, signal: AbortSignal): Promise<void>
  /** Makes a key when there is none that works; to be shown this once. */
  firstKey(): Promise<CreatedKey | undefined>
  /** Where the administrator registers while nobody has; undefined when everybody may, or somebody has. */
  setupLink(): Promise<string | undefined>
  /** Begins to take work; `url` is where the server answers on this machine. */
  start(url: string): Promise<void>
  /** Stops intake, then claims, then waits for what is under way, then closes everything. */
  stop(): Promise<void>
}

/**
 * Opens everything a server needs, in the order of a request, so that what was opened is closed in reverse when a later
 * part fails. `publicUrl` is where callers reach it.
 */
export async function createContext(config: Config, publicUrl: string, logger: Logger): Promise<Context> {
  const closing = new AsyncDisposableStack()
  try {
    const directory = await lockDataDirectory(config.dataDirectory, config.secret)
    closing.defer(directory.release)
    const { secret } = directory
    const engineFetch = createGuardedFetch({ allowPrivateAddresses: true, keepConnections: true })
    closing.defer(() => engineFetch.close())
    const metrics = createMetrics()
    const tracing = config.tracing ? await createTracing() : undefined
    closing.defer(async () => tracing?.close())
    const registry = await createRegistry({ ...config, fetch: traceCalls(engineFetch, tracing), logger, metrics })
    closing.defer(() => registry.close())
    checkModels(registry, config.models)
    const db = await connect(
      { ...config, listenUrl: config.databaseListenUrl, poolSize: config.databasePoolSize },
      logger,
    )
    closing.defer(() => db.close())
    await migrate(db)
    await removeSnapshots(config.dataDirectory)
    directory.offerSnapshots(() => snapshotOf(db, config.dataDirectory))
    await ensureFirstAccount(db, config.apiKey)
    const engineQueues = registry.all().map(({ name }) => queueOf(name))
    const queue = await createQueue(db, [...engineQueues, deliverQueue], logger)
    closing.defer(() => queue.stop())
    const outside = createGuardedFetch({ allowPrivateAddresses: config.allowPrivateUrls, keepConnections: true })
    closing.defer(() => outside.close())
    const store = await openStore(config, closing)
    const links = createLinkSigner({ secret, publicUrl })
    const guardedFetch = withOwnInboxes(withOwnLinks(outside, links, store), db, publicUrl)
    const { imageBytes, videoBytes, referenceSeconds } = config.limits
    const media = createMedia({ guardedFetch, limits: { imageBytes, videoBytes, referenceSeconds } })
    closing.defer(() => media.close())
    const workDirectory = join(config.dataDirectory, 'work')
    await mkdir(workDirectory, { recursive: true })
    const dispatch: Dispatch = {
      db,
      queue,
      registry,
      engineFetch,
      media,
      progress: createProgressBoard({ db, logger }),
      together: createTaskBatches({ db, queue, links }),
      policy: createContentPolicy({ ...config, fetch: engineFetch, store, logger }),
      store,
      links,
      checkUrl: guardedFetch.checkUrl,
      logger,
      metrics,
      tracing,
      workDirectory,
      workerName: config.workerName,
      retentionDays: config.retentionDays,
      reached: config.crashPoints === undefined ? goOn : askTest(config.crashPoints),
    }
    if (config.crashPoints !== undefined)
      logger.warn({}, 'crash points are on: this server waits for a test at each step')
    registerGauges(metrics, dispatch)
    const stopping = new AbortController()
    const waiters = createWaiters(db, stopping.signal)
    closing.defer(() => waiters.close())
    let ready = false
    const billing: Billing = {
      dispatch,
      prices: config.prices,
      freeCredits: config.accounts.freeCredits,
      accepting: createAccepting(dispatch, {
        ofKey: config.limits.openTasks,
        ofAccount: config.limits.accountOpenTasks,
      }),
      fullServer: createFullServer(db, config.limits.serverOpenTasks),
    }
    const mailer = createMailer({ url: config.smtpUrl, from: config.mailFrom }, logger)
    closing.defer(() => mailer.close())
    const people = createPeople({ db, secret, publicUrl, registration: config.registration, mailer, logger })
    const apiContext: ApiContext = {
      dispatch,
      billing,
      waiters,
      keyFinder: createKeyFinder(db.root),
      people,
      mailer,
      consoleDirectory: config.consoleDirectory,
      guardedFetch,
      uploadLimits: { imageBytes, videoBytes, accountBytes: config.limits.accountUploadBytes },
      rateLimits: createRateLimits(db.pool ? countTogether(db.root) : countInMemory(), config.limits),
      offer: describeService(config, registry),
      publicUrl,
      bodyBytes: config.limits.bodyBytes,
      acceptSeconds: 2 * referenceSeconds + decodeSeconds,
      syncTimeoutSeconds: config.limits.syncTimeoutSeconds,
      taskStreams: new Map(),
      heartbeatSeconds,
      operatorToken: operatorTokenOf(secret),
      metrics,
      isReady: () => ready,
      stopping: stopping.signal,
    }
    const app = await (config.role === 'worker' ? createWorkerServer(apiContext) : createServer(apiContext))
    const metricsServer = createMetricsServer(metrics)
    closing.defer(() => metricsServer.close())
    const delivering: Delivering = {
      ...dispatch,
      guardedFetch,
      retrySeconds: config.callbackRetrySeconds,
      underWay: new Set(),
      claiming: createClaiming(db, config.workerName),
      recording: createRecording(db, queue),
      restingHosts: createRestingHosts({ pauseSeconds: config.callbackRetrySeconds, probeSeconds }),
    }
    const worker = createWorker(dispatch, config, (id, signal) => deliver(delivering, id, signal))
    return {
      app,
      metricsServer,
      database: db.root,
      dispatch,
      waitForTask: (id, signal) => waitForEnd(waiters, id, signal),
      firstKey: () => ensureSomeKey(db),
      async setupLink() {
        const token = await inviteFirst(db, config.registration)
        return token && linkTo.register(publicUrl, token)
      },
      async start(url) {
        await removeStaleWork(dispatch)
        if (config.role !== 'api') {
          await releaseOwnClaims(dispatch)
          worker.start()
        }
        if (config.role !== 'worker') directory.announce(url)
        ready = true
      },
      async stop() {
        ready = false
        stopping.abort(new Error('the server is stopping'))
        // Side by side: a slow caller must not keep the work from being handed over.
        await Promise.all([closeServer(app), worker.stop()])
        await closing.disposeAsync()
      },
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

async function snapshotOf(db: Database, dataDirectory: string): Promise<Snapshot> {
  const { copyTo } = db
  if (!copyTo) throw new Error('the server keeps its data in a Postgres, which is backed up by its own tools.')
  const migrations = await appliedMigrations(db)
  return { directory: await takeSnapshot(dataDirectory, copyTo), migrations }
}

/**
 * Closes connections as they fall idle (fastify looks once, before the answers that the stop itself brings about), and
 * after a while those that are still sending or taking a file.
 */
async function closeServer(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), closeIdleMilliseconds)
  const all = setTimeout(() => app.server.closeAllConnections(), closeAllMilliseconds)
  await app.close()
  clearInterval(idle)
  clearTimeout(all)
}

/** What takes jobs: a consumer for each of its engines, one for callbacks, and the sweep. */
function createWorker(
  dispatch: Dispatch,
  { limits: { inFlight, accountInFlight }, workerEngines }: Config,
  deliverOne: (id: string, signal: AbortSignal) => Promise<void>,
) {
  const { queue, registry } = dispatch
  const consumers: Consumer[] = []
  const stopping = new AbortController()
  let sweeping: Promise<void> | undefined

  return {
    start() {
      for (const { name, concurrency } of registry.all()) {
        if (workerEngines && !workerEngines.includes(name)) continue
        const shares = { concurrency, perKey: inFlight, perAccount: accountInFlight }
        consumers.push(queue.consume(queueOf(name), shares, (id, signal) => generate(dispatch, name, id, signal)))
      }
      consumers.push(
        queue.consume(
          deliverQueue,
          { concurrency: deliveriesAtOnce, perKey: deliveriesToOne, leavingRoom: true },
          deliverOne,
        ),
      )
      sweeping = keepSweeping(dispatch, stopping.signal)
    },
    async stop() {
      stopping.abort()
      await Promise.all(consumers.map((consumer) => consumer.stop()))
      await sweeping
    },
  }
}
