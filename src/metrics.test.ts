import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMetrics } from './metrics.ts'

test('a gauge that cannot be read is left out, instead of saying what it last said, and is said to be missing', async () => {
  const metrics = createMetrics()
  let answers = true
  metrics.gauges({ waiting: { help: 'a', labels: [] }, running: { help: 'b', labels: ['engine'] } }, async () => {
    if (!answers) throw new Error('the database does not answer')
    return { waiting: [{ labels: {}, value: 3 }], running: [{ labels: { engine: 'own' }, value: 2 }] }
  })
  const series = async () => (await metrics.text()).match(/^(waiting|running|rushes_metrics_read_failures_total).*$/gm)
  assert.deepEqual(await series(), ['rushes_metrics_read_failures_total 0', 'waiting 3', 'running{engine="own"} 2'])
  answers = false
  assert.deepEqual(await series(), ['rushes_metrics_read_failures_total 1'])
  answers = true
  assert.equal((await series())?.[1], 'waiting 3')
})
