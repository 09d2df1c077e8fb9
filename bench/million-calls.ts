/**
 * What clients and the console ask by HTTP of a server with many finished tasks: the GET routes of the OpenAPI document, so
 * that none is forgotten, the console's filters, also those that find nothing, pages deep in a list, polls and streams.
 */
import { writeCursor } from '../src/contract/management/common.ts'
import { openapiDocument } from '../src/contract/openapi.ts'
import type { BenchDatabase } from './database.ts'

/** One thing that is timed, and what is done before each time without being timed. */
export interface Measure {
  name: string
  prepare?(): Promise<unknown>
  run(): Promise<unknown>
}

/** Where a server answers, a key of the account that half the tasks are of, and the operator's token, which stands for it. */
interface Caller {
  url: string
  key: string
  operator: string
}

interface Request {
  post?: object
  /** Whether the answer does not end: its first words are what is waited for. */
  isStream?: boolean
}

/** Files, sessions of people, checks of everything, and records that no finished task leaves. */
const leftOut =
  /^\/files|usage\.csv$|content$|characters|webhook_endpoints\/|inboxes\/|sessions?$|models\/|reconciliation|healthz/
const daySeconds = 86_400
const days = 15
const longMilliseconds = 120_000

/** `open` is a task that does not end, and `openBody` a request for more such. */
export function callsOf(caller: Caller, ids: Ids, { open, openBody }: { open: string; openBody: object }): Measure[] {
  const managed = (path: string) => measure(caller, `/api/v1/${path}`)
  const cursor = writeCursor({ at: ids.middle_at, id: ids.middle })
  // As the console asks, from the beginning of a day of UTC; `withinDay` begins in the middle of that.
  const since = (Math.floor(Date.now() / 1000 / daySeconds) - days) * daySeconds
  const withinDay = since + daySeconds / 2
  const filters = [
    ...[
      'state=failed&limit=10',
      'state=open',
      'state=cancelled',
      'q=cat',
      `credential_id=${ids.key}`,
      `from=${since}`,
    ].map((filter) => `tasks?${filter}`),
    ...['state=failed', 'state=cancelled', 'state=open', 'q=cat', `account_id=${ids.account}`].map(
      (filter) => `admin/tasks?${filter}`,
    ),
    ...['state=failed&limit=10', 'state=pending', `task_id=${ids.task}`].map((filter) => `deliveries?${filter}`),
    ...['state=failed&limit=10', 'state=cancelled', 'state=open', `credential_id=${ids.key}`, `from=${since}`].map(
      (filter) => `usage?${filter}`,
    ),
    ...['day', 'model', 'credential'].map((by) => `usage/summary?by=${by}&from=${since}`),
    `usage/summary?from=${withinDay}`,
    'admin/accounts?q=bench',
    // Nothing is found, and every row of the account is looked at for it: no index knows words or models.
    ...['tasks?q=zebra', 'tasks?model=none', 'usage?model=none'],
  ]
  return [
    ...routes(caller, ids),
    ...filters.map(managed),
    ...['tasks', 'admin/tasks', 'usage', 'deliveries'].map((path) => managed(`${path}?cursor=${cursor}`)),
    measure(caller, `/v1/videos?after=${videoOf(ids.middle)}&order=asc`),
    measure(caller, `/sora/tasks/${open}/events`, { isStream: true }),
    measure(caller, '/sora/tasks', { post: { id: ids.task } }, 'one'),
    measure(caller, '/sora/tasks', { post: { id: open } }, 'an open one'),
    measure(caller, '/sora/tasks', { post: { action: 'retrieve_batch', limit: 20 } }, 'the newest'),
    measure(caller, '/sora/videos', { post: openBody }, 'accepted'),
  ]
}

interface Ids {
  task: string
  account: string
  application: string
  key: string
  delivery: string
  /** A task with as many newer ones of the account as older ones, and when it was made, in microseconds. */
  middle: string
  middle_at: string
}

export async function someIds(database: BenchDatabase): Promise<Ids> {
  const [ids] = await database.query<Ids & Record<string, string>>(`
    with mine as (
      select * from tasks where account_id = (select account_id from tasks group by 1 order by count(*) desc limit 1)
    ), middle as (select * from mine order by created_at limit 1 offset (select count(*) / 2 from mine))
    select mine.id as task, mine.account_id as account, mine.application_id as application, mine.key_id as key,
      deliveries.id as delivery, middle.id as middle, (extract(epoch from middle.created_at) * 1000000)::bigint::text as middle_at
    from mine join deliveries on deliveries.task_id = mine.id and deliveries.account_id = mine.account_id, middle
    where mine.state = 'succeeded'
    limit 1`)
  if (!ids) throw new Error('no task of a film was told to anybody')
  return ids
}

const videoOf = (task: string): string => `video_${task.replaceAll('-', '')}`

/** The GET routes of the document, an id of the account's in those that name one. */
function routes(caller: Caller, ids: Ids): Measure[] {
  const known: [RegExp, string][] = [
    [/admin\/accounts/, ids.account],
    [/applications/, ids.application],
    [/deliveries/, ids.delivery],
    [/tasks/, ids.task],
    [/v1\/videos/, videoOf(ids.task)],
  ]
  return Object.entries(openapiDocument('0').paths as Record<string, object>).flatMap(([path, methods]) => {
    if (!('get' in methods) || leftOut.test(path)) return []
    const id = known.find(([pattern]) => pattern.test(path))?.[1]
    if (path.includes('{') && id === undefined) throw new Error(`${path}: this bench knows no id for it`)
    return [measure(caller, path.replace(/\{\w+\}/, id ?? ''), { isStream: path.endsWith('/events') }, undefined, path)]
  })
}

function measure(caller: Caller, path: string, request: Request = {}, what?: string, name = path): Measure {
  const method = request.post ? 'POST' : 'GET'
  return {
    name: `${method} ${name.replace(/(cursor|_id|from|after)=[\w-]+/g, '$1=…').replace(/[\da-f-]{36}/, '{id}')}${what ? `, ${what}` : ''}`,
    run: () => call(caller, path, request),
  }
}

async function call({ url, key, operator }: Caller, path: string, { post, isStream }: Request): Promise<void> {
  const over = new AbortController()
  const response = await fetch(`${url}${path}`, {
    method: post ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${path.startsWith('/api/') ? operator : key}`,
      ...(post && { 'content-type': 'application/json' }),
    },
    ...(post && { body: JSON.stringify(post) }),
    signal: AbortSignal.any([over.signal, AbortSignal.timeout(longMilliseconds)]),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 200)}`)
  if (!isStream) return void (await response.text())
  await untilFirstEvent(response, path)
  over.abort()
}

async function untilFirstEvent(response: Response, path: string): Promise<void> {
  let text = ''
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part
    if (/^data: .*\n\n/m.test(text)) return
  }
  throw new Error(`${path} ended before its first event: ${text.slice(0, 200)}`)
}
