/**
 * Databases as servers of each earlier schema left them when they were killed at work, brought up to date. The copies in
 * test/upgrades were stored by those very versions (scripts/store-schema.ts).
 */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { reconcile } from '../../src/billing/reconcile.ts'
import { describeSchema } from '../../src/db/describe-schema.ts'
import { knownMigrations } from '../../src/db/migrate.ts'
import type { Queryable } from '../../src/db/queryable.ts'
import { createStoredDatabase } from '../support/database.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'
import {
  idempotencyKey,
  type SceneTask,
  sceneBody,
  sceneConfig,
  sceneEnvironment,
  sceneTasks,
  stored,
} from '../support/upgrade-scene.ts'

const directory = join(import.meta.dirname, '..', 'upgrades')
/** Came together with the next one: no version ended with it. */
const neverTheNewest = ['0003_credits.sql']
const names = Object.keys(sceneTasks) as SceneTask[]

/** Everything of the schema: tables as docs/schema.md has them, and what is done by triggers and functions. */
async function schemaOf(db: Queryable): Promise<string[]> {
  const triggers = await sql<{ text: string }>`
    select pg_get_triggerdef(t.oid) as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`.execute(db)
  const functions = await sql<{ text: string }>`
    select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace order by 1`.execute(
    db,
  )
  const queue = await sql<{ text: string }>`
    select table_name || '.' || column_name || ' ' || data_type as text from information_schema.columns
    where table_schema = 'pgboss' order by 1`.execute(db)
  return [await describeSchema(db), ...[triggers, functions, queue].flatMap(({ rows }) => rows.map(({ text }) => text))]
}

test('every schema that a version ended with has a stored copy', async () => {
  const known = (await knownMigrations()).filter((name) => !neverTheNewest.includes(name))
  assert.deepEqual((await readdir(directory)).sort(), known)
})

for (const name of (await readdir(directory)).sort()) {
  test(`a database of the schema ${name.slice(0, 4)} is brought up to date: open tasks end, outcomes are told, records stay`, {
    timeout: 60_000,
  }, async () => {
    await using receiver = await startReceiver()
    const dump = (await readFile(join(directory, name), 'utf8')).replaceAll(stored.receiver, receiver.url)
    const database = await createStoredDatabase((here) => dump.replaceAll(stored.dataDirectory, here))
    const { RUSHES_SECRET: secret, RUSHES_WORKER_NAME: workerName } = sceneEnvironment
    await using server = await startTestServer({ database, file: sceneConfig, config: { secret, workerName } })
    const { database: db } = server.context
    await using fresh = await startTestServer()
    assert.deepEqual(await schemaOf(db), await schemaOf(fresh.context.database))

    const rows = await db.selectFrom('tasks').select(['id', 'generation']).execute()
    const ids = Object.fromEntries(
      names.map((one) => [one, rows.find(({ generation }) => generation.prompt === sceneTasks[one].prompt)?.id ?? '']),
    ) as Record<SceneTask, string>
    await receiver.untilAll([ids.untold, ids.running, ids.waiting])
    const { problems } = await reconcile(db)
    assert.deepEqual(problems, [])
    for (const one of names) {
      const answer = await server.post('/sora/tasks', { id: ids[one] })
      assert.equal(answer.json().response.success, sceneTasks[one].ends === 'succeeded', one)
    }
    const again = await server.post('/sora/videos', sceneBody('again', ''), { 'idempotency-key': idempotencyKey })
    assert.equal(again.json().task_id, ids.again)
    const more = await server.post('/sora/videos', { prompt: 'a film of the new version' })
    assert.equal(more.json().success, true)
  })
}
