import { sql } from 'kysely'
import { fromKysely, type JobAttempt, PgBoss } from 'pg-boss'
import { createBatches } from '../batches.ts'
import { sleep } from '../clock.ts'
import type { Logger } from '../logger.ts'
import type { Database } from './connect.ts'
import type { Tx } from './queryable.ts'
import { roomBesideAccounts, roomOfAccounts } from './queue-shares.ts'
import { watchQueue } from './queue-watch.ts'
import { notify } from './wake.ts'

/** A job that is not heard from for this long belongs to a worker that died, and is given to another. */
const heartbeatSeconds = 20
const touchMilliseconds = (heartbeatSeconds * 1000) / 4
const superviseSeconds = 5
/** A backstop: wake-ups start jobs at once, this starts delayed ones and those whose wake-up was missed. */
const pollMilliseconds = 1000
/** No shorter than any engine's deadline: the heartbeat, not this, finds a dead worker. */
const expireSeconds = 24 * 3600
const retryLimit = 10_000
const keepDoneSeconds = 3600
const startAttempts = 3
const mostCompleted = 100
/** A look at the queue costs the database more than a job: a rest of this many times as long follows, and what comes goes together. */
const restPerLook = 4
const longestRestMilliseconds = 250
/** Postgres' code for it. */
const uniqueViolation = '23505'
const firstRetryMilliseconds = 1000
const maxRetryMilliseconds = 30_000

export interface SendOptions {
  /** Unique in its queue. */
  jobId: string
  /** What the handler is given. */
  subject: string
  startAfterSeconds?: number
  /** Higher ones first; among equals the oldest. */
  priority?: number
  /** Whose job it is, by the id of a key, or a `receiverGroup`: no more of it, and of its account, run at once than the consumer allows. */
  keyId?: string
}

export interface Shares {
  /** Jobs at once, in this process. */
  concurrency: number
  /** Jobs of one key at once, over all processes; no limit when absent. */
  perKey?: number
  /** Jobs of one account at once, by all its keys, over all processes; no limit when absent. */
  perAccount?: number
  /** Whether no account, by all its `receiverGroup`s, may have more jobs in this process than it leaves slots free. */
  leavingRoom?: boolean
}

export interface Consumer {
  /** Stops taking jobs, aborts the handlers' signal and resolves when they have returned. */
  stop(): Promise<void>
}

export interface Queue {
  /** Sends a job in the caller's transaction: it exists when that commits. */
  send(tx: Tx, queue: string, options: SendOptions): Promise<void>
  /** The same with many jobs of one queue. */
  sendAll(tx: Tx, queue: string, options: readonly SendOptions[]): Promise<void>
  /**
   * Handles the queue's jobs, as many at once as the shares allow, until stopped. A handler that resolves ends its job. One
   * that rejects gets it again: at once, here or elsewhere, when stopping, else after a growing pause.
   */
  consume(queue: string, shares: Shares, handle: (subject: string, signal: AbortSignal) => Promise<void>): Consumer
  /** Hands out again the jobs that a worker which is gone was working on. */
  release(queue: string, jobIds: string[]): Promise<void>
  /** Which of these jobs are waiting or being worked on. */
  alive(queue: string, jobIds: string[]): Promise<Set<string>>
  /** Whether somebody works on the job, as far as is known. */
  isActive(queue: string, jobId: string): Promise<boolean>
  /** Sends a job whose id was used by one that has ended. */
  resend(queue: string, options: SendOptions): Promise<void>
  stop(): Promise<void>
}

/** Jobs on pg-boss, in the server's own database, so that a job is sent in the transaction that makes its task. */
export async function createQueue(db: Database, queues: string[], logger: Logger): Promise<Queue> {
  const boss = await startBoss(db, logger)
  try {
    await createQueues(boss, queues)
  } catch (error) {
    await stopBoss(boss).catch(() => {})
    throw error
  }
  const touches = new Set<() => Promise<void>>()
  const watch = watchQueue(
    {
      touch: () => Promise.all([...touches].map((touch) => touch())),
      look: () => boss.supervise(),
      seconds: superviseSeconds,
    },
    (error) => logger.error({ error: error.message }, 'the queue could not be looked after'),
  )
  async function sendAll(tx: Tx, queue: string, all: readonly SendOptions[]): Promise<void> {
    const jobs = all.map(({ jobId, subject, startAfterSeconds, priority, keyId }) => ({
      id: jobId,
      data: { subject },
      ...(startAfterSeconds && { startAfter: startAfterSeconds }),
      ...(priority && { priority }),
      ...(keyId && { group: { id: keyId } }),
    }))
    await boss.insert(queue, jobs, { db: fromKysely(tx) })
    if (all.some(({ startAfterSeconds }) => !startAfterSeconds)) await notify(tx, 'queue', queue)
  }
  const send: Queue['send'] = (tx, queue, options) => sendAll(tx, queue, [options])

  return {
    send,
    sendAll,
    consume: (queue, shares, handle) => consume({ boss, db, logger, touches }, queue, shares, handle),
    async release(queue, jobIds) {
      for (const id of jobIds) await boss.fail(queue, id, { message: 'its worker restarted' })
      await notify(db.root, 'queue', queue)
    },
    async alive(queue, jobIds) {
      if (jobIds.length === 0) return new Set()
      const { rows } = await sql<{ id: string }>`
        select id from pgboss.job
        where name = ${queue} and id = any(${jobIds}::uuid[]) and state in ('created', 'retry', 'active')`.execute(
        db.root,
      )
      return new Set(rows.map(({ id }) => id))
    },
    async isActive(queue, jobId) {
      const { rows } = await sql`
        select from pgboss.job where name = ${queue} and id = ${jobId}::uuid and state = 'active'`.execute(db.root)
      return rows.length > 0
    },
    async resend(queue, options) {
      await db.transaction(async (tx) => {
        // Two processes may find the same job missing: the second leaves the first one's alone, by id.
        await sql`
          delete from pgboss.job
          where name = ${queue} and id = ${options.jobId} and state not in ('created', 'retry', 'active')`.execute(tx)
        await send(tx, queue, options)
      })
    },
    async stop() {
      await Promise.all([watch.stop(), stopBoss(boss)])
    },
  }
}

/**
 * Of several servers that start at once on an empty database all but one may be told that the queue's schema exists,
 * although each asks for it only where it does not: Postgres remembers what was not there while it waits for the lock.
 */
async function startBoss(db: Database, logger: Logger): Promise<PgBoss> {
  for (let attempt = 1; ; attempt++) {
    const boss = new PgBoss({
      ...db.queueDatabase,
      schedule: false,
      supervise: false,
      monitorIntervalSeconds: superviseSeconds,
      registerInstance: false,
      reindex: false,
      monitorVacuum: false,
    })
    boss.on('error', (error) => logger.error({ error: error.message }, 'the queue reported an error'))
    try {
      await boss.start()
      return boss
    } catch (error) {
      await stopBoss(boss).catch(() => {})
      const isRace = (error as { code?: string }).code === uniqueViolation
      if (!isRace || attempt === startAttempts) throw error
    }
  }
}

const stopBoss = (boss: PgBoss): Promise<void> => boss.stop({ graceful: false, close: true })

async function createQueues(boss: PgBoss, names: string[]): Promise<void> {
  for (const name of names) {
    await boss.createQueue(name, {
      heartbeatSeconds,
      expireInSeconds: expireSeconds,
      retryLimit,
      retryDelay: 0,
      deleteAfterSeconds: keepDoneSeconds,
    })
  }
}

interface Consuming {
  boss: PgBoss
  db: Database
  logger: Logger
  /** What marks the jobs of all consumers alive. */
  touches: Set<() => Promise<void>>
}

function consume(
  { boss, db, logger, touches }: Consuming,
  queue: string,
  { concurrency, perKey, perAccount, leavingRoom }: Shares,
  handle: (subject: string, signal: AbortSignal) => Promise<void>,
): Consumer {
  const stopping = new AbortController()
  const running = new Map<string, { attempt: JobAttempt; group: string | null; work: Promise<void> }>()
  let news = Promise.withResolvers<void>()
  const tellNews = () => {
    news.resolve()
  }
  /** Jobs that end together are settled in one statement. */
  const completing = createBatches<JobAttempt, undefined>(async (attempts) => {
    await boss.complete(queue, [...attempts])
    return attempts.map(() => undefined)
  }, mostCompleted)
  const stopListening = db.wake.on('queue', (name) => name === queue && tellNews())
  const heartbeat = setInterval(() => {
    touch().catch((error: Error) => {
      logger.warn({ queue, error: error.message }, 'jobs under way could not be marked alive')
    })
  }, touchMilliseconds)
  touches.add(touch)
  const loop = take()

  async function take(): Promise<void> {
    while (!stopping.signal.aborted) {
      news = Promise.withResolvers()
      const free = concurrency - running.size
      const lookedAt = performance.now()
      const { jobs, batchSize } = free > 0 ? await fetchJobs(free) : { jobs: [], batchSize: 0 }
      const lookedFor = batchSize > 0 ? performance.now() - lookedAt : 0
      const restUntil = performance.now() + Math.min(restPerLook * lookedFor, longestRestMilliseconds)
      for (const job of jobs) start(job, job.groupId ?? null, job.data.subject)
      if (jobs.length > 0 && running.size < concurrency) {
        // More may wait behind a full batch, and behind one that was cut because its jobs were for few.
        if (jobs.length === batchSize) continue
        if (perKey !== undefined) tellNews()
      }
      const timer = setTimeout(tellNews, pollMilliseconds)
      await news.promise
      clearTimeout(timer)
      const rest = restUntil - performance.now()
      if (rest > 0) await pauseUnlessStopping(rest)
    }
  }

  async function fetchJobs(free: number) {
    try {
      const { room, fullKeys } = leavingRoom
        ? await roomBesideAccounts(db.root, queue, concurrency, groupsRunning())
        : await roomOfAccounts(db.root, queue, perAccount)
      const batchSize = Math.min(free, room)
      const jobs = await boss.fetch<{ subject: string }>(queue, {
        batchSize,
        includeMetadata: true,
        ignoreGroups: fullKeys,
        ...(perKey !== undefined && { groupConcurrency: perKey }),
      })
      return { jobs, batchSize }
    } catch (error) {
      logger.warn({ queue, error: (error as Error).message }, 'the queue could not be read; trying again')
      return { jobs: [], batchSize: 0 }
    }
  }

  function groupsRunning(): string[] {
    return [...running.values()].flatMap(({ group }) => group ?? [])
  }

  /** An attempt is settled as such: one whose claim has lapsed must not settle its successor's. */
  function start({ id, retryCount }: JobAttempt, group: string | null, subject: string): void {
    const key = `${id} ${retryCount}`
    const attempt = { id, retryCount }
    const work = run(attempt, subject).finally(() => {
      running.delete(key)
      tellNews()
    })
    running.set(key, { attempt, group, work })
  }

  /** Retries a failing handler here, holding the job, so that a fault that passes costs no other worker's time. */
  async function run(attempt: JobAttempt, subject: string): Promise<void> {
    for (let pause = firstRetryMilliseconds; ; pause = Math.min(pause * 2, maxRetryMilliseconds)) {
      try {
        await handle(subject, stopping.signal)
        await completing.add(attempt)
        return
      } catch (error) {
        if (stopping.signal.aborted) {
          await boss.fail(queue, attempt, { message: 'its worker stopped' }).catch(() => {})
          return
        }
        logger.error({ queue, subject, error: (error as Error).message }, 'a job failed; trying again')
        await pauseUnlessStopping(pause)
      }
    }
  }

  async function pauseUnlessStopping(milliseconds: number): Promise<void> {
    await sleep(milliseconds, stopping.signal).catch(() => {})
  }

  async function touch(): Promise<void> {
    if (running.size === 0) return
    const attempts = [...running.values()].map(({ attempt }) => attempt)
    await boss.touch(queue, attempts)
  }

  return {
    async stop() {
      stopping.abort(new Error('the server is stopping'))
      tellNews()
      await loop
      await Promise.all([...running.values()].map(({ work }) => work))
      clearInterval(heartbeat)
      touches.delete(touch)
      stopListening()
    },
  }
}
