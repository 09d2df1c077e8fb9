/**
 * Tasks of random kinds to which random things happen at random points, in servers that are killed at random times.
 * TRUST_SEED repeats what was drawn, TRUST_RUNS says how many tasks: 50 here, 500 for a night.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { type Chance, createChance } from '../support/chance.ts'
import { type Act, hold } from '../support/director.ts'
import { kinds } from '../support/every-kind.ts'
import { createTrial, type Order, pointsOf, type Trial } from '../support/trial.ts'

const runs = Number(process.env.TRUST_RUNS ?? 50)
const seed = Number(process.env.TRUST_SEED ?? Date.now() % 1_000_000)
const mostInOneLife = 12
const longestLifeMilliseconds = 1_500
const longestStallMilliseconds = 400
/** Far more than it takes; a machine may be busy with other things. */
const secondsForOne = 8

const points = pointsOf('generate', 'deliver', 'cancel', 'delete')
/** What a prompt may say where the point asks for nothing. */
const scripts = ['', '', '[slow 200ms]', '[queue 300ms]', '[start 200ms]', '[slow 1s]', '[fail: the lamp broke]']

function drawAct(chance: Chance, trial: Trial): Act {
  const stall = chance.number(longestStallMilliseconds)
  return chance.one<Act>([
    hold,
    () => delay(stall),
    ({ pid }) => process.kill(pid, 'SIGKILL'),
    (passing) => trial.ask(trial.takeOf(passing), 'cancel'),
    (passing) => trial.ask(trial.takeOf(passing), 'delete'),
    async (passing) => {
      void trial.ask(trial.takeOf(passing), chance.one(['cancel', 'delete']))
      await delay(stall)
    },
  ])
}

function drawOrder(chance: Chance, trial: Trial): Order {
  const order = { kind: chance.one(kinds), point: chance.one(points), act: drawAct(chance, trial) }
  const leadsThere = order.point.startsWith('generate:') || order.point.startsWith('deliver:')
  return leadsThere && chance.number(2) === 0 ? { ...order, script: chance.one(scripts) } : order
}

const name = 'random tasks in servers killed at random: nothing is lost, and nothing is paid twice'

test(name, { timeout: runs * secondsForOne * 1000 }, async (context) => {
  context.diagnostic(`TRUST_SEED=${seed} TRUST_RUNS=${runs}`)
  const chance = createChance(seed)
  await using trial = await createTrial()
  await trial.server.start()
  for (let left = runs; left > 0; ) {
    const orders = Array.from({ length: Math.min(left, 1 + chance.number(mostInOneLife)) }, () =>
      drawOrder(chance, trial),
    )
    left -= orders.length
    const life = delay(chance.number(longestLifeMilliseconds))
    // One that is killed before it answers may have accepted the task or not.
    await Promise.allSettled(orders.map((order) => trial.send(order)))
    await life
    await trial.killAndRestart()
  }
  for (const take of trial.takes) take.wasCut = true
  assert.ok(trial.takes.length > 0)
  await trial.expectNothingLost()
})
