import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { renderFilm } from '@rushes/animatic'
import { testEngine } from '../engine.conformance.ts'
import { follow, jobOf, never } from '../test-job.ts'
import { createAnimaticEngine } from './animatic-engine.ts'

testEngine('animatic', {
  create: () => createAnimaticEngine(renderFilm),
  slowPrompt: 'a red fox runs through a snowy forest at night',
})

test('animatic: its own film is made again with what the prompt changes, another’s is painted over', async () => {
  const workDirectory = await mkdtemp(join(tmpdir(), 'rushes-derive-'))
  const engine = createAnimaticEngine(renderFilm)
  const make = async (prompt: string, source?: object) => {
    const job = jobOf(prompt, workDirectory, { seconds: 1, ...source })
    const end = await follow(engine, await engine.start(job, never))
    assert.ok(end.state === 'succeeded' && 'path' in end.video, JSON.stringify(end))
    const plan = end.details?.plan as { notes?: string[]; shots: { place: string; timeOfDay: string }[] }
    return { path: end.video.path, plan }
  }
  try {
    const first = await make('a cat running on the river')
    const source = { kind: 'remix', path: first.path, contentType: 'video/mp4', seconds: 1 }
    const makings = [{ kind: 'new', prompt: 'a cat running on the river', seconds: 1 }]
    const own = await make('make it night', { source: { ...source, makings } })
    assert.deepEqual([own.plan.shots[0]?.place, own.plan.shots[0]?.timeOfDay], ['river', 'night'])
    const other = await make('make it night', { source })
    assert.match(other.plan.notes?.join() ?? '', /frames of the film are kept/)
  } finally {
    await engine.close?.()
    await rm(workDirectory, { recursive: true, force: true })
  }
})
