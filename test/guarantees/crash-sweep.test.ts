/** A server that is killed at every point of its sweep: nothing is lost by that either. */
import { test } from 'node:test'
import { sql } from 'kysely'
import { hold } from '../support/director.ts'
import { kinds } from '../support/every-kind.ts'
import { bringToEach, createTrial, pointsOf, type Take } from '../support/trial.ts'

test('killed at each point of the sweep: the next one makes up for it', async () => {
  await using trial = await createTrial()
  await trial.server.start()
  const ended = await bringToEach(trial, ['deliver:recorded'], () => {})
  await trial.allTold()
  const untold = await bringToEach(trial, ['deliver:claimed'], hold)
  const running = await bringToEach(trial, ['generate:operation-recorded'], hold)
  for (const kind of kinds) await trial.bringRequest(kind, hold)
  await trial.server.kill()
  await trial.makeFilesOld()
  await trial.server.withDatabase(async ({ root }) => {
    const idsOf = (takes: Take[]) => takes.map(({ id }) => id)
    await sql`update tasks set expires_at = now() where id = any(${idsOf(ended)}::uuid[])`.execute(root)
    await sql`delete from pgboss.job where id = any(${idsOf(running)}::uuid[]) or name = 'deliver'`.execute(root)
    await sql`update deliveries set next_attempt_at = now() - interval '1 minute'
      where task_id = any(${idsOf(untold)}::uuid[])`.execute(root)
  })
  for (const take of ended) Object.assign(take, { wish: 'delete', wishGranted: true })
  trial.director.freeAll()
  for (const point of [...pointsOf('sweep').slice(0, -2), ...pointsOf('delete'), ...pointsOf('sweep').slice(-2)]) {
    const killed = trial.director.planNext(point, ({ pid }) => process.kill(pid, 'SIGKILL'))
    await Promise.all([killed, trial.server.start().catch(() => {})])
    await trial.server.kill()
  }
  await trial.server.start()
  await trial.expectNothingLost()
})
