/** A server that is killed, or whose task's owner comes in between, at every point of the work, with every kind of engine. */
import { test } from 'node:test'
import type { CrashPoint } from '../../src/crash-points.ts'
import { hold } from '../support/director.ts'
import { kinds } from '../support/every-kind.ts'
import { bringToEach, createTrial, pointsOf, type Trial, unclearPoints } from '../support/trial.ts'

/** Holds tasks at the points, and kills the server when all are there. */
async function killAt(trial: Trial, points: readonly CrashPoint[]): Promise<void> {
  for (const take of await bringToEach(trial, points, hold)) take.wasCut = unclearPoints.includes(take.point)
  await trial.killAndRestart()
}

test('killed at each point of generating, cancelling, deleting and telling: nothing is lost, and nothing is paid twice', async () => {
  await using trial = await createTrial()
  await trial.server.start()
  // No more than eight outcomes of one account are told at once, so their points are reached by turns.
  await killAt(trial, [...pointsOf('generate'), 'deliver:claimed'])
  await killAt(trial, [...pointsOf('cancel', 'delete'), 'deliver:answered'])
  for (const kind of kinds) await trial.bringRequest(kind, hold)
  await killAt(trial, ['deliver:recorded'])
  await trial.expectNothingLost()
})

test('a cancel, or a delete, that comes at each point of generating and telling: one end, one outcome, no file too many', async () => {
  await using trial = await createTrial()
  await trial.server.start()
  for (const wish of ['cancel', 'delete'] as const) {
    await bringToEach(trial, pointsOf('generate', 'deliver'), (passing) => trial.ask(trial.takeOf(passing), wish))
  }
  await trial.expectNothingLost()
})
