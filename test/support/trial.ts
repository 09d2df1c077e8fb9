/** A server with an engine of each kind, whose every step a test directs: tasks are brought to a point and held there. */
import { lutimes, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type CrashPoint, crashPoints, type Passing } from '../../src/crash-points.ts'
import { createDiskStore } from '../../src/storage/disk-store.ts'
import { landscapePng } from '../acceptance/support/png.ts'
import { type Act, type Director, startDirector } from './director.ts'
import { busyOnce, type EveryKind, type Kind, kinds, startEveryKind } from './every-kind.ts'
import { expectNothingLost } from './nothing-lost.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { createSpawnedServer, type SpawnedServer } from './spawned-server.ts'

export type Wish = 'cancel' | 'delete'

/** One accepted request. */
export interface Take {
  id: string
  kind: Kind
  prompt: string
  /** Where something happened to it. */
  point: CrashPoint
  /** What its owner asked for besides, and whether that was answered. */
  wish?: Wish | undefined
  wishGranted?: boolean
  /** Whether its worker may have been cut off while it handed the task to the engine. */
  wasCut: boolean
}

export interface Order {
  kind: Kind
  point: CrashPoint
  /** What happens there. */
  act: Act
  /** Directives of the prompt; those that lead to the point when absent. */
  script?: string
}

export interface Trial {
  server: SpawnedServer
  director: Director
  receiver: Receiver
  engines: EveryKind
  takes: Take[]
  /** Makes a task and plans what happens at the point; resolves when it is accepted. */
  send(order: Order): Promise<{ take: Take; reached: Promise<unknown> }>
  /** Makes a task and brings it to the point; resolves when it is there and `act` has been called. */
  bring(order: Order): Promise<Take>
  takeOf(passing: Passing): Take
  /** Sends a request with a reference whose files are kept and whose task is never made. */
  bringRequest(kind: Kind, act: Act): Promise<void>
  ask(take: Take, wish: Wish): Promise<void>
  /** Kills the server and starts it again; what was under way goes on, and owners who were not answered ask again, but for deletions. */
  killAndRestart(): Promise<void>
  /** Resolves when the outcome of every task was told, and that is recorded. */
  allTold(): Promise<void>
  /** As if nothing in storage had been touched for two days. */
  makeFilesOld(): Promise<void>
  /** A day later: the server sweeps, stops, and everything is looked through. */
  expectNothingLost(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const concurrency = 200
const longestWaitMilliseconds = 90_000
const lookMilliseconds = 50
const twoDaysSeconds = 2 * 86_400
/** What is asked for beside prompt and model. */
export const shortFilm = { version: '2.0', duration: 4, size: '720x1280', async: true }
const image = `data:image/png;base64,${landscapePng(720, 1280).toString('base64')}`

/** The directives, and the owner's wish, that lead a task to a point. */
export function wayTo(point: CrashPoint, kind: Kind): { script: string; wish?: Wish } {
  if (point.startsWith('cancel:')) return { script: '[stall]', wish: 'cancel' }
  if (point.startsWith('delete:')) return { script: '[stall]', wish: 'delete' }
  if (point === 'generate:failing') return { script: '[fail: the lamp broke]' }
  if (point === 'generate:refusal-recorded') return { script: kind === 'built-in' ? '[refuse: not today]' : busyOnce }
  return { script: '' }
}

/** The crash points of these parts of the work. */
export const pointsOf = (...parts: string[]): CrashPoint[] =>
  (Object.keys(crashPoints) as CrashPoint[]).filter((point) => parts.includes(point.split(':')[0] ?? ''))

/** Between these the record says that the engine is being asked, and not whether it has the job. */
export const unclearPoints: readonly CrashPoint[] = ['generate:intent-recorded', 'generate:engine-answered']

/** Brings a task to each of the points with each kind of engine, all at once; resolves when all are there. */
export async function bringToEach(trial: Trial, points: readonly CrashPoint[], act: Act): Promise<Take[]> {
  const orders = points.flatMap((point) => kinds.map((kind) => ({ kind, point, act })))
  return Promise.all(orders.map((order) => trial.bring(order)))
}

export async function createTrial(): Promise<Trial> {
  const closing = new AsyncDisposableStack()
  const director = closing.use(await startDirector())
  const receiver = closing.use(await startReceiver())
  const engines = closing.use(await startEveryKind(concurrency))
  const server = closing.use(
    await createSpawnedServer(engines.config, {
      ...engines.environment,
      RUSHES_CRASH_POINTS: director.url,
    }),
  )
  const takes: Take[] = []
  let sent = 0
  const files = join(server.dataDirectory, 'files')
  const fields = { ...shortFilm, callback_url: receiver.url }

  /** A kill may come between the record of a request and its answer: what was not recorded was not accepted. */
  async function findUnanswered(): Promise<void> {
    const unanswered = takes.filter(({ id }) => id === '')
    if (unanswered.length === 0) return
    const rows = await server.withDatabase(({ root }) =>
      root.selectFrom('tasks').select(['id', 'generation']).orderBy('created_at', 'desc').limit(200).execute(),
    )
    for (const take of unanswered) {
      take.id = rows.find(({ generation }) => generation.prompt === take.prompt)?.id ?? 'not accepted'
      director.free(take.id)
    }
    takes.splice(0, takes.length, ...takes.filter(({ id }) => id !== 'not accepted'))
  }

  const trial: Trial = {
    server,
    director,
    receiver,
    engines,
    takes,
    async send({ kind, point, act, script }) {
      const way = wayTo(point, kind)
      const { wish } = way
      const prompt = `take ${++sent} ${script ?? way.script}`.trim()
      const take: Take = { id: '', kind, prompt, point, wish, wasCut: false }
      takes.push(take)
      const { status, body } = await server.post('/sora/videos', { ...fields, model: kind, prompt })
      if (typeof body.task_id !== 'string') throw new Error(`${status} ${JSON.stringify(body)}`)
      take.id = body.task_id
      const reached = director.plan(take.id, point, act)
      if (wish) void director.plan(take.id, 'generate:operation-recorded', () => void trial.ask(take, wish))
      return { take, reached }
    },
    async bring(order) {
      const { take, reached } = await trial.send(order)
      await reached
      return take
    },
    takeOf({ subject }) {
      const take = takes.find(({ id }) => id === subject)
      if (!take) throw new Error(`nobody made the task ${subject}`)
      return take
    },
    async bringRequest(kind, act) {
      const reached = director.planNext('accept:files-kept', act)
      const body = { ...fields, model: kind, prompt: 'never made', image_urls: [image] }
      void server.post('/sora/videos', body).catch(() => {})
      await reached
    },
    async ask(take, wish) {
      // Who has asked to delete a task still wishes that when a cancel follows.
      const isLast = take.wish !== 'delete' || wish === 'delete'
      if (isLast) take.wish = wish
      const answer = await server.post('/sora/tasks', { action: wish, id: take.id }).catch(() => undefined)
      if (answer && isLast) take.wishGranted = answer.body.cancelled === true || answer.body.deleted === true
    },
    async killAndRestart() {
      await server.kill()
      director.freeAll()
      await findUnanswered()
      await server.start()
      for (const take of takes) {
        if (!take.wish || take.wishGranted !== undefined) continue
        // Once a deletion has begun it ends by itself.
        const begun = director.passed.some(({ point, subject }) => point === 'delete:decided' && subject === take.id)
        if (begun) take.wishGranted = true
        else await trial.ask(take, take.wish)
      }
      director.takeCare()
    },
    async allTold() {
      for (const deadline = Date.now() + longestWaitMilliseconds; ; await delay(lookMilliseconds)) {
        const untold = takes.find(({ id }) => !receiver.received.some(({ body }) => body.includes(id)))
        const { body } = await server.get('/api/v1/deliveries?state=pending&limit=1')
        if (!untold && (body.items as unknown[]).length === 0) return
        if (Date.now() < deadline) continue
        const what = untold ? `${JSON.stringify(untold)} was not told` : `not recorded: ${JSON.stringify(body)}`
        throw new Error(`${what}\n${director.historyOf(untold?.id ?? '')}`)
      }
    },
    makeFilesOld: () => makeOld(files),
    async expectNothingLost() {
      await trial.allTold()
      await server.kill()
      await trial.makeFilesOld()
      const swept = director.planNext('sweep:done', () => {})
      await server.start()
      await swept
      await server.stop()
      const now = () => Date.now() + twoDaysSeconds * 1000
      const store = await createDiskStore({ root: files, now })
      await server.withDatabase((db) => expectNothingLost({ db, store, takes, receiver, engines }))
      await expectEmpty(join(server.dataDirectory, 'work'))
      await expectEmpty(join(files, '.incoming'))
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
  return trial
}

/** As if nothing below the folder had been touched for two days. */
async function makeOld(folder: string): Promise<void> {
  const then = Date.now() / 1000 - twoDaysSeconds
  for (const name of await readdir(folder, { recursive: true })) await lutimes(join(folder, name), then, then)
}

async function expectEmpty(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length > 0) throw new Error(`left in ${folder}: ${names.join(', ')}`)
}
