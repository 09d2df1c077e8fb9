/** Traces by OpenTelemetry: one from the door to the webhook, whichever processes work on the task. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { newTraceId } from '../../src/ids.ts'
import { createTracing, newSpanId, requestSpanId } from '../../src/tracing.ts'
import { clusterKey, createCluster, withoutPostgres } from '../support/cluster.ts'
import { type Collector, startCollector } from '../support/collector.ts'
import { startReceiver } from '../support/receiver.ts'
import { startTestServer } from '../support/server.ts'

let collector: Collector
before(async () => {
  collector = await startCollector({ OTEL_SERVICE_NAME: 'films' })
})
after(() => collector[Symbol.asyncDispose]())

test('one trace leads from the request to the webhook, though the server is started anew in between', async () => {
  await using receiver = await startReceiver()
  await using server = await startTestServer({ config: { tracing: true, allowPrivateUrls: true } })
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  const body = { prompt: '[slow 2s] SECRET-WORDS', callback_url: receiver.url, callback_secret: 'hidden-secret' }
  const accepted = await server.post('/sora/videos', body, { traceparent })
  const { task_id: id } = accepted.json()
  const traceId = String(accepted.headers['x-trace-id'])
  await server.restart()
  await server.context.waitForTask(id, AbortSignal.timeout(30_000))
  await collector.untilAll(['"generate video"', '"deliver callback"'])

  const spans = collector.spansOf(traceId)
  const named = (name: string) => spans.find((span) => span.name === name)
  const request = named('POST /sora/videos')
  const task = named('generate video')
  assert.ok(request && task, spans.map(({ name }) => name).join(', '))
  assert.equal(request.parentSpanId ?? '', '')
  assert.equal(request.links?.[0]?.traceId, '4bf92f3577b34da6a3ce929d0e0e4736')
  assert.equal(named('accept task')?.parentSpanId, request.spanId)
  assert.equal(task.parentSpanId, request.spanId)
  for (const phase of ['wait in queue', 'engine start', 'engine operation', 'store film', 'deliver callback']) {
    assert.equal(named(phase)?.parentSpanId, task.spanId, phase)
  }
  const deliver = named('deliver callback')
  assert.equal(receiver.received[0]?.headers.traceparent, `00-${deliver?.traceId}-${deliver?.spanId}-01`)

  const everything = collector.received.map((one) => one.body).join('')
  assert.ok(everything.includes('"films"'), 'OTEL_SERVICE_NAME names the service')
  for (const secret of ['SECRET-WORDS', 'hidden-secret', receiver.url]) assert.ok(!everything.includes(secret), secret)
})

test('one trace spans the api process that took the request and the worker process that did the rest', {
  skip: withoutPostgres,
}, async () => {
  await using receiver = await startReceiver()
  await using cluster = await createCluster({ models: { 'sora-2': ['scripted'] } })
  const api = cluster.add(['--role', 'api'], { OTEL_SERVICE_NAME: 'door' })
  const worker = cluster.add(['--role', 'worker'], { OTEL_SERVICE_NAME: 'works' })
  await Promise.all([api.start(), worker.start()])
  const accepted = await fetch(`${api.url}/sora/videos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clusterKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'a cat', callback_url: receiver.url }),
    signal: AbortSignal.timeout(30_000),
  })
  const traceId = String(accepted.headers.get('x-trace-id'))
  await receiver.until(1)
  await collector.untilAll([traceId.replaceAll('-', '')])
  await Promise.all([api, worker].map((one) => one.end('SIGTERM')))

  const namesOf = (service: string) =>
    collector
      .spansOf(traceId, service)
      .map(({ name }) => name)
      .sort()
  assert.deepEqual(namesOf('door'), ['POST /sora/videos', 'accept task'])
  const works = [
    'deliver callback',
    'engine operation',
    'engine start',
    'generate video',
    'store film',
    'wait in queue',
  ]
  assert.deepEqual(namesOf('works'), works)
  assert.equal(receiver.received[0]?.headers.traceparent?.slice(3, 35), traceId.replaceAll('-', ''))
})

for (const sampler of ['traceidratio', 'parentbased_traceidratio']) {
  test(`OTEL_TRACES_SAMPLER=${sampler} keeps half of the traces, each whole, whichever processes send its spans`, async () => {
    await withVariables({ OTEL_TRACES_SAMPLER: sampler, OTEL_TRACES_SAMPLER_ARG: '0.5' }, async () => {
      const [one, other] = await Promise.all([createTracing(), createTracing()])
      const traces = Array.from({ length: 100 }, newTraceId)
      const common = { kind: 'internal', start: new Date(), end: new Date(), attributes: {}, failed: false } as const
      for (const traceId of traces) {
        one.ended({ ...common, name: 'first', traceId, id: requestSpanId(traceId) })
        other.ended({ ...common, name: 'second', traceId, id: newSpanId(), parentId: requestSpanId(traceId) })
      }
      await Promise.all([one.close(), other.close()])
      const counts = traces.map((traceId) => collector.spansOf(traceId).length)
      assert.deepEqual([...new Set(counts)].sort(), [0, 2])
      const kept = counts.filter((count) => count === 2).length
      assert.ok(kept > 10 && kept < 90, `${kept} of 100`)
    })
  })
}

test('what is told of a trace says whether it is kept, and OTEL_PROPAGATORS=none tells nobody', async () => {
  const place = { traceId: newTraceId(), id: newSpanId() }
  const told = async (variables: Record<string, string>) => {
    let headers = {}
    await withVariables(variables, async () => {
      const tracing = await createTracing()
      headers = tracing.headers(place)
      assert.deepEqual(tracing.headers(), {}, 'outside of everything')
      assert.deepEqual(await tracing.within(place, async () => tracing.headers()), headers)
      await tracing.close()
    })
    return headers
  }
  const begins = `00-${place.traceId.replaceAll('-', '')}-${place.id}`
  assert.deepEqual(await told({}), { traceparent: `${begins}-01` })
  assert.deepEqual(await told({ OTEL_PROPAGATORS: 'tracecontext,baggage' }), { traceparent: `${begins}-01` })
  assert.deepEqual(await told({ OTEL_TRACES_SAMPLER: 'always_off' }), { traceparent: `${begins}-00` })
  assert.deepEqual(await told({ OTEL_PROPAGATORS: 'none' }), {})
})

test('OTEL_TRACES_SAMPLER=always_off sends nothing, and the work goes on', async () => {
  await withVariables({ OTEL_TRACES_SAMPLER: 'always_off' }, async () => {
    await using server = await startTestServer({ config: { tracing: true } })
    const answer = (await server.post('/sora/videos', { prompt: 'a cat' })).json()
    assert.equal(answer.success, true)
    await server.restart()
    assert.deepEqual(collector.spansOf(answer.trace_id), [])
  })
})

async function withVariables(values: Record<string, string>, work: () => Promise<void>): Promise<void> {
  Object.assign(process.env, values)
  try {
    await work()
  } finally {
    for (const name of Object.keys(values)) delete process.env[name]
  }
}

test('a task that fails is a trace that says so', async () => {
  await using server = await startTestServer({ config: { tracing: true } })
  const { trace_id: traceId } = (await server.post('/sora/videos', { prompt: '[fail: SECRET-SENTENCE]' })).json()
  await server.restart()
  assert.equal(collector.spansOf(traceId).find(({ name }) => name === 'generate video')?.status.code, 2)
})

test('a collector that is away holds nothing up', async () => {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:9'
  await using server = await startTestServer({ config: { tracing: true } })
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url
  assert.equal((await server.post('/sora/videos', { prompt: 'a cat' })).json().success, true)
})

test('traces are sent when a variable says where to, unless another says not to', async () => {
  const isOn = async (env: Record<string, string>) => (await readConfig(env)).tracing
  const there = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }
  assert.equal(await isOn({}), false)
  assert.equal(await isOn(there), true)
  assert.equal(await isOn({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }), true)
  assert.equal(await isOn({ OTEL_TRACES_EXPORTER: 'otlp' }), true)
  assert.equal(await isOn({ ...there, OTEL_TRACES_EXPORTER: 'none' }), false)
  assert.equal(await isOn({ ...there, OTEL_SDK_DISABLED: 'true' }), false)
  await assert.rejects(isOn({ OTEL_TRACES_EXPORTER: 'zipkin' }), /OTEL_TRACES_EXPORTER is none of otlp, none/)
  await assert.rejects(isOn({ OTEL_PROPAGATORS: 'b3' }), /OTEL_PROPAGATORS names one that is none of tracecontext/)
})
