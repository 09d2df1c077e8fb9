/** What a process takes of Postgres, and how long it waits for it: the budgets of docs/scale.md. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { connect } from '../../src/db/connect.ts'
import { createLogger } from '../../src/logger.ts'
import { clusterKey, createCluster, withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import type { ServeProcess } from '../support/serve-process.ts'

/** Of the budget in docs/scale.md: so many for requests, half as many for the queue, one for wake-ups. */
const poolSize = 4
const roles = ['api', 'worker']

/** Takes connections and never says a word on them. */
async function startSilentServer() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket.resume().on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  /** Resolves to the next connection when it has been taken. */
  const connected = async () => (await once(server, 'connection'))[0] as Socket
  return {
    url: `postgres://rushes@127.0.0.1:${port}/rushes`,
    connected,
    /** Resolves when the end of every connection that was ended before has been noticed. */
    async noticeEnds() {
      const other = createConnection(port, '127.0.0.1')
      const taken = await connected()
      other.destroy()
      await once(taken, 'close')
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The URL under a name of its own, by which the database knows whose connection one is. */
const named = (url: string, name: string): string => {
  const own = new URL(url)
  own.searchParams.set('application_name', name)
  return own.href
}

test('an api process and a worker each open as many connections to Postgres as is said, and one that listens, however much it has to do', {
  skip: withoutPostgres,
}, async () => {
  await using cluster = await createCluster({
    engines: { scripted: { type: 'scripted', concurrency: 16 } },
    models: { 'sora-2': ['scripted'] },
    limits: { inFlight: 100, requestsPerMinute: 10_000 },
  })
  const [api, worker] = roles.map((role) =>
    cluster.add(['--role', role], {
      DATABASE_POOL_SIZE: String(poolSize),
      DATABASE_URL: named(cluster.databaseUrl, role),
      DATABASE_LISTEN_URL: named(cluster.databaseUrl, `${role} listens`),
    }),
  ) as [ServeProcess, ServeProcess]
  await Promise.all([api.start(), worker.start()])
  const client = new pg.Client({ connectionString: cluster.databaseUrl })
  await client.connect()
  const ask = async () => {
    const answer = await fetch(`${api.url}/sora/videos`, {
      method: 'POST',
      headers: { authorization: `Bearer ${clusterKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ prompt: 'a cat', duration: 10 }),
    })
    assert.equal(answer.status, 200, await answer.text())
  }
  let isOver = false
  const work = Promise.all(Array.from({ length: 60 }, ask)).finally(() => {
    isOver = true
  })
  const most: Record<string, number> = {}
  while (!isOver) {
    const { rows } = await client.query<{ name: string; count: number }>(
      `select application_name as name, count(*)::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and application_name <> '' group by application_name`,
    )
    for (const { name, count } of rows) most[name] = Math.max(most[name] ?? 0, count)
  }
  await work
  await client.end()
  const said = JSON.stringify(most)
  assert.deepEqual(Object.keys(most).sort(), ['api', 'api listens', 'worker', 'worker listens'])
  for (const role of roles) {
    assert.equal(most[`${role} listens`], 1, said)
    assert.ok((most[role] ?? 0) <= poolSize + poolSize / 2, said)
  }
  assert.ok((most.api ?? 0) + (most.worker ?? 0) > poolSize, `the processes had nothing to do: ${said}`)
})

test('a database that takes a connection and says nothing is given up after ten seconds, wherever it is needed', {
  skip: withoutPostgres,
  timeout: 20_000,
}, async (context) => {
  await using silent = await startSilentServer()
  const database = await createTestDatabase()
  const logger = createLogger('silent')
  const options = { ...database, poolSize: 2 }
  const db = await connect(options, logger)
  // The server's pools, that of the queue, too, open connections with these settings.
  const pool = new pg.Pool({ ...db.pool?.options, connectionString: silent.url })
  const refusals: [RegExp, () => Promise<unknown>][] = [
    [
      /DATABASE_URL: the database cannot be used: .*time/,
      () => connect({ ...options, databaseUrl: silent.url }, logger),
    ],
    [/DATABASE_LISTEN_URL: .*time/, () => connect({ ...options, listenUrl: silent.url }, logger)],
    [/time/, () => pool.query('select 1')],
  ]
  context.mock.timers.enable({ apis: ['setTimeout'] })
  for (const [words, open] of refusals) {
    const connected = silent.connected()
    const refused = assert.rejects(open(), words)
    const connection = await connected
    context.mock.timers.tick(9_999)
    await silent.noticeEnds()
    assert.equal(connection.closed, false, `${words} before its time`)
    context.mock.timers.tick(1)
    await refused
  }
  context.mock.timers.reset()
  await pool.end()
  await db.close()
  await database.remove()
})

test('the database gives a statement up after 30 seconds', { skip: withoutPostgres }, async () => {
  const database = await createTestDatabase()
  const db = await connect({ ...database, poolSize: 1 }, createLogger('silent'))
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db.root)
  await db.close()
  await database.remove()
  assert.deepEqual(rows, [{ statement_timeout: '30s' }])
})
