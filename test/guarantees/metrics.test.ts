/** What a monitoring system reads. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { watch } from '../support/live.ts'
import { startReceiver } from '../support/receiver.ts'
import { apiKey, startTestServer, type TestServer } from '../support/server.ts'

const scrape = async (server: TestServer): Promise<string> => {
  const answer = await server.context.metricsServer.inject('/metrics')
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/plain; version=0\.0\.4/)
  return answer.body
}
const readSeries = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.split(' ').at(-1))
}

test('metrics tell requests by route, calls of engines, open tasks with their age, and what is still to be told', async () => {
  await using server = await startTestServer()
  const { task_id: id } = (await server.post('/sora/videos', { prompt: '[stall] a cat', async: true })).json()
  await server.post('/sora/videos', { prompt: 'a cat', version: '2.0', duration: 4 })
  await server.post('/sora/tasks', { id })
  const text = await scrape(server)
  const create = 'rushes_http_request_seconds_count{method="POST",route="/sora/videos",status="2xx"}'
  assert.equal(readSeries(text, create), 2)
  assert.ok(
    (readSeries(text, 'rushes_engine_call_seconds_count{engine="scripted",call="start",outcome="ok"}') ?? 0) >= 2,
  )
  const open = text.split('\n').filter((line) => line.startsWith('rushes_open_tasks{'))
  assert.equal(open.length, 1)
  assert.match(open[0] ?? '', /engine="scripted",model="sora-2"\} 1$/)
  assert.match(text, /rushes_oldest_open_task_seconds\{.*\} \d/)
  assert.equal(readSeries(text, 'rushes_pending_deliveries'), 0)
  assert.equal(readSeries(text, 'rushes_engine_circuit_open{engine="scripted"}'), 0)
  assert.equal(readSeries(text, 'rushes_task_events_total{event="succeeded",engine="scripted",model="sora-2"}'), 1)
  assert.equal(readSeries(text, 'rushes_task_wait_seconds_count{engine="scripted",state="succeeded"}'), 1)
  assert.equal(readSeries(text, 'rushes_task_work_seconds_count{engine="scripted",state="succeeded"}'), 1)
  assert.ok((readSeries(text, 'rushes_credits{state="used"}') ?? 0) > 0)
  assert.ok(readSeries(text, 'process_resident_memory_bytes'))
  assert.doesNotMatch(text, new RegExp(`${id}|a cat`))
})

test('how late outcomes are told is counted, and whether they were taken', async () => {
  await using receiver = await startReceiver()
  await using server = await startTestServer()
  const watching = await watch(server, { authorization: `Bearer ${apiKey}` })
  await server.post('/sora/videos', { prompt: 'a cat', callback_url: receiver.url })
  await watching.until(({ event, data }) => event === 'delivery' && data.state === 'delivered')
  await watching[Symbol.asyncDispose]()
  const series = 'rushes_delivery_late_seconds_count{to="callback",outcome="ok"}'
  assert.equal(readSeries(await scrape(server), series), 1)
})

test('whatever callers send, there are no more series than routes and names of the configuration', async () => {
  await using server = await startTestServer()
  for (let number = 0; number < 30; number++) {
    await server.inject({ url: `/nowhere/${number}` })
    await server.post('/sora/videos', { prompt: 'a cat', model: `model-${number}` })
    await server.inject({ url: `/v1/videos/video_${number}` })
  }
  const routes = new Set([...(await scrape(server)).matchAll(/route="([^"]*)"/g)].map(([, route]) => route))
  assert.ok(routes.size <= 4, [...routes].join())
  assert.doesNotMatch(await scrape(server), /model-\d/)
})

test('callers find no metrics at the address they call', async () => {
  await using server = await startTestServer()
  assert.equal((await server.inject({ url: '/metrics' })).statusCode, 404)
})

test('the dashboard and the alerts ask for metrics that there are', async () => {
  await using server = await startTestServer()
  await server.post('/sora/videos', { prompt: 'a cat', version: '2.0', duration: 4 })
  const known = new Set([...(await scrape(server)).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  const folder = join(import.meta.dirname, '..', '..', 'deploy', 'monitoring')
  const dashboard = JSON.parse(await readFile(join(folder, 'dashboard.json'), 'utf8')) as {
    panels: { targets: { expr: string }[] }[]
  }
  const alerts = parse(await readFile(join(folder, 'alerts.yaml'), 'utf8')) as {
    groups: { rules: { expr: string }[] }[]
  }
  const asked = [
    ...dashboard.panels.flatMap(({ targets }) => targets),
    ...alerts.groups.flatMap(({ rules }) => rules),
  ].flatMap(({ expr }) => expr.match(/\b(rushes|process|nodejs)_\w+/g) ?? [])
  assert.ok(asked.length > 15)
  const unknown = asked.filter((name) => !known.has(name.replace(/_(count|sum|bucket)$/, '')))
  assert.deepEqual(unknown, [])
})
