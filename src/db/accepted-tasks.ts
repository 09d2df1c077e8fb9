import { type Selectable, sql } from 'kysely'
import type { GenerationRequest } from '../contract/generation-request.ts'
import type { NewAsset } from './assets.ts'
import type { Queryable } from './queryable.ts'
import type { Tables } from './tables.ts'

/** A request that is about to become a task. */
export interface NewTask {
  id: string
  traceId: string
  accountId: string
  applicationId: string
  keyId: string
  model: string
  engine: string
  videoId: string
  /** As sent, without secrets and bytes. */
  request: Record<string, unknown>
  generation: GenerationRequest
  callbackUrl: string | undefined
  callbackSecret: string | undefined
  assets: readonly NewAsset[]
  /** Whole credits. */
  credits: number
  /** The caller's `Idempotency-Key`. */
  idempotencyKey: string | undefined
  /** A name for the body, under which a client's own retry finds the task; the newest of a name is found. */
  bodyName: string | undefined
  /** Of the body, where either name is given. */
  fingerprint: string
}

/** What an application, or one of its keys, may still do. */
export type Allowance = Pick<
  Selectable<Tables['applications']>,
  'unlimited' | 'balance' | 'reserved' | 'used' | 'credit_limit' | 'disabled_at' | 'open_tasks'
> & { keys: Map<string, KeyAllowance> }

export interface KeyAllowance {
  revoked: boolean
  credit_limit: number | null
  spent: number
  open_tasks: number
}

/**
 * Locks applications' rows and then their keys' rows, each in the order of their ids, until the transaction ends, and
 * reads what they may still do, by application. Whoever changes both locks them in this order.
 */
export async function lockAllowances(
  tx: Queryable,
  applicationIds: readonly string[],
  keyIds: readonly string[],
): Promise<Map<string, Allowance>> {
  const [applications, keys] = [[...new Set(applicationIds)], [...new Set(keyIds)]]
  const { rows } = await sql<Omit<Allowance, 'keys'> & { id: string; key_id: string | null; key: KeyAllowance }>`
    with application as (
      select * from applications where id = any(${applications}::uuid[]) order by id for no key update
    ), key as (
      select * from api_keys where id = any(${keys}::uuid[]) and (select count(*) from application) > 0
      order by id for no key update
    )
    select application.id, unlimited, balance, reserved, used, application.credit_limit, application.disabled_at,
      application.open_tasks, key.id as key_id,
      json_build_object('revoked', revoked_at is not null, 'credit_limit', key.credit_limit, 'spent', spent,
        'open_tasks', key.open_tasks) as key
    from application left join key on key.account_id = application.account_id`.execute(tx)
  const allowances = new Map<string, Allowance>()
  for (const { id, key_id, key, ...application } of rows) {
    const allowance = allowances.get(id) ?? { ...application, keys: new Map() }
    allowances.set(id, allowance)
    if (key_id !== null) allowance.keys.set(key_id, key)
  }
  return allowances
}

/**
 * Writes all rows of accepted requests in one statement: tasks, files, the first line of their
 * history, what they hold in the ledger, their usage records and their names. Those whose idempotency key another
 * request used first are left out. Returns the ids of those that were written. Their applications' rows are held.
 */
export async function insertAcceptedTasks(tx: Queryable, tasks: readonly NewTask[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(tasks.map(rowOf))}::text::jsonb) as given (
        id uuid, trace_id uuid, account_id uuid, application_id uuid, key_id uuid, model text, engine text, video_id text, request jsonb,
        generation jsonb, callback_url text, callback_secret text, credits bigint, idempotency_key text,
        body_name text, fingerprint text)
    ), named as (
      insert into idempotency_keys (key_id, idempotency_key, fingerprint, task_id)
      select key_id, idempotency_key, fingerprint, id from given where idempotency_key is not null
      on conflict do nothing returning task_id
    ), accepted as materialized (
      select * from given where idempotency_key is null or id in (select task_id from named)
    ), task as (
      insert into tasks (id, trace_id, account_id, application_id, key_id, model, engine, video_id, request, generation,
        callback_url, callback_secret)
      select id, trace_id, account_id, application_id, key_id, model, engine, video_id, request, generation,
        callback_url, callback_secret
      from accepted
    ), body as (
      insert into idempotency_keys (key_id, idempotency_key, fingerprint, task_id)
      select distinct on (key_id, body_name) key_id, body_name, fingerprint, id from accepted where body_name is not null
      on conflict (key_id, idempotency_key) do update set task_id = excluded.task_id, created_at = now()
    ), file as (
      insert into assets (id, task_id, kind, position, key, content_type, bytes, width, height, seconds)
      select file.id, file.task_id, file.kind, file.position, file.key, file.content_type, file.bytes, file.width,
        file.height, file.seconds
      from jsonb_to_recordset(${JSON.stringify(tasks.flatMap(assetRowsOf))}::text::jsonb) as file (
        id uuid, task_id uuid, kind text, position smallint, key text, content_type text, bytes bigint, width integer,
        height integer, seconds double precision)
      join accepted on accepted.id = file.task_id
    ), event as (
      insert into events (task_id, type, data)
      select id, 'created', jsonb_build_object('model', model, 'engine', engine) from accepted
    ), entry as (
      insert into ledger_entries (application_id, kind, amount, task_id, key_id)
      select application_id, 'reserve', credits, id, key_id from accepted
    ), usage as (
      insert into usage_records
        (task_id, trace_id, account_id, application_id, key_id, model, version, seconds, width, height, credits)
      select id, trace_id, account_id, application_id, key_id, model, generation->>'version',
        (generation->>'seconds')::float8, (generation->>'width')::int, (generation->>'height')::int, credits
      from accepted
    ), application as (
      update applications set balance = balance - total, reserved = reserved + total, open_tasks = open_tasks + tasks
      from (
        select application_id, sum(credits)::bigint as total, count(*)::int as tasks from accepted group by application_id
      ) as by_application
      where id = application_id
    ), key as (
      update api_keys set spent = spent + total, open_tasks = open_tasks + tasks, last_used_at = now()
      from (
        select key_id, sum(credits)::bigint as total, count(*)::int as tasks from accepted group by key_id
      ) as by_key
      where id = key_id
    )
    select id from accepted`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

function rowOf(task: NewTask) {
  return {
    id: task.id,
    trace_id: task.traceId,
    account_id: task.accountId,
    application_id: task.applicationId,
    key_id: task.keyId,
    model: task.model,
    engine: task.engine,
    video_id: task.videoId,
    request: task.request,
    generation: task.generation,
    callback_url: task.callbackUrl,
    callback_secret: task.callbackSecret,
    credits: task.credits,
    idempotency_key: task.idempotencyKey,
    body_name: task.bodyName,
    fingerprint: task.fingerprint,
  }
}

function assetRowsOf({ id: task_id, assets }: NewTask) {
  return assets.map(({ contentType, ...asset }) => ({ ...asset, task_id, content_type: contentType }))
}
