/**
 * The containers of deploy/ without a container engine: the image's files in a folder, and each container's command line,
 * user and settings in a process of this machine. What stands for the outside is the test's own: database, store, ports.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, chown, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type S3TestServer, s3TestKeys, startS3Server } from '../../src/storage/test-s3-server.ts'
import { freePort } from '../acceptance/support/origin.ts'
import { withoutPostgres } from '../support/cluster.ts'
import { createTestDatabase } from '../support/database.ts'
import { type Probe, readCompose, readManifests, type Settings } from '../support/deploy-files.ts'
import { buildImage, type Image } from '../support/image.ts'
import { userWithoutRights } from '../support/no-rights.ts'
import { createServerProcess, type ServeProcess } from '../support/serve-process.ts'

const run = promisify(execFile)
const skip = withoutPostgres
const key = 'test-key-of-the-containers'
let image: Image
let store: S3TestServer
const started: ServeProcess[] = []

before(async () => {
  if (skip) return
  image = await buildImage()
  store = await startS3Server()
  await mkdir(join(image.root, 'bin'))
  await copyFile(process.execPath, join(image.root, 'bin', 'node'))
})

after(async () => {
  await Promise.all(started.map((one) => one.end('SIGKILL')))
  await image?.[Symbol.asyncDispose]()
  await store?.stop()
})

interface Container {
  name: string
  args: string[]
  settings: Settings
  /** Of /config/rushes.config.json. */
  configuration: string
}

interface Running {
  port: number
  process: ServeProcess
}

/** What the outside is in a test: the other settings are those of the file. */
const outside = (databaseUrl: string, port: number): Settings => ({
  DATABASE_URL: databaseUrl,
  S3_BUCKET: store.bucket,
  S3_ENDPOINT: store.endpoint,
  ...s3TestKeys,
  RUSHES_API_KEY: key,
  HOST: '127.0.0.1',
  PORT: String(port),
})

/** Starts a container's process: nobody's, with the settings of the image and its own, and two folders that it may write. */
async function startContainer(container: Container, databaseUrl: string, number: number): Promise<Running> {
  const own = join(image.root, `container-${number}`)
  const [data, tmp, config] = ['data', 'tmp', 'config'].map((name) => join(own, name)) as [string, string, string]
  for (const folder of [data, tmp, config]) await mkdir(folder, { recursive: true })
  for (const folder of [own, data, tmp]) await chmod(folder, 0o755)
  if (userWithoutRights !== undefined)
    for (const folder of [data, tmp]) await chown(folder, userWithoutRights, userWithoutRights)
  await writeFile(join(config, 'rushes.config.json'), container.configuration)
  assert.equal(container.settings.RUSHES_CONFIG, '/config/rushes.config.json')
  const port = await freePort()
  const process = createServerProcess({
    file: join(image.root, 'bin', image.entrypoint[0] ?? ''),
    arguments: [...image.entrypoint.slice(1), ...container.args],
    environment: {
      PATH: join(image.root, 'bin'),
      ...image.environment,
      ...container.settings,
      RUSHES_CONFIG: join(config, 'rushes.config.json'),
      RUSHES_DATA_DIR: data,
      TMPDIR: tmp,
      ...outside(databaseUrl, port),
    },
    directory: image.workDirectory,
    userId: userWithoutRights,
  })
  started.push(process)
  await process.start()
  return { port, process }
}

async function composeContainers(): Promise<Container[]> {
  const { services, configuration } = await readCompose()
  return services.flatMap(({ name, command: args = image.command, settings, replicas }) =>
    Array.from({ length: replicas }, () => ({ name, args, settings, configuration })),
  )
}

interface Pod extends Container {
  probes: Probe[]
  graceSeconds: number
}

async function kubernetesPods(): Promise<Pod[]> {
  const { manifests, deployments } = await readManifests()
  const named = (kind: string, name: string) => manifests.find((one) => one.kind === kind && one.metadata.name === name)
  const settings = { ...named('ConfigMap', 'rushes')?.data, ...named('Secret', 'rushes')?.stringData }
  const configuration = named('ConfigMap', 'rushes-config')?.data?.['rushes.config.json'] ?? ''
  return deployments.flatMap(({ metadata: { name }, spec: { replicas, template } }) => {
    const { terminationGracePeriodSeconds: graceSeconds, containers } = template.spec
    return containers.flatMap(({ args, startupProbe, readinessProbe, livenessProbe }) => {
      const probes = [startupProbe, readinessProbe, livenessProbe]
      return Array.from({ length: replicas }, () => ({ name, args, settings, configuration, probes, graceSeconds }))
    })
  })
}

/** The settings say where the balancer is; this is where the process is. */
const addressOf = ({ port }: Running): string => `http://127.0.0.1:${port}`

/** Makes a film by one api process and gets it by another. */
async function makeFilm([first, other]: readonly Running[], redirect: 'error' | 'follow'): Promise<void> {
  assert.ok(first && other)
  const created = await fetch(`${addressOf(first)}/sora/videos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ prompt: 'a red balloon over the sea', version: '2.0', duration: 4 }),
    signal: AbortSignal.timeout(120_000),
  })
  const { data } = (await created.json()) as { data?: [{ video_url: string; engine: string }] }
  assert.equal(created.status, 200)
  assert.equal(data?.[0].engine, 'animatic')
  const { pathname, search } = new URL(data?.[0].video_url ?? '')
  const film = await fetch(`${addressOf(other)}${pathname}${search}`, { redirect })
  assert.equal(film.headers.get('content-type'), 'video/mp4')
  assert.ok((await film.arrayBuffer()).byteLength > 10_000)
}

async function stopWithin(running: readonly Running[], seconds: number): Promise<void> {
  const start = performance.now()
  await Promise.all(running.map(({ process }) => process.end('SIGTERM')))
  assert.ok(performance.now() - start < seconds * 1000, 'killed before it had stopped')
}

test('the containers of the compose file, as processes without rights, make films, pass their health check and stop in time', {
  skip,
}, async () => {
  const database = await createTestDatabase()
  const containers = await composeContainers()
  assert.deepEqual(
    containers.map(({ name }) => name),
    ['api', 'api', 'worker', 'worker'],
  )
  const running = await Promise.all(
    containers.map((one, index) => startContainer(one, database.databaseUrl ?? '', index)),
  )
  for (const { port } of running) {
    const [file = '', ...options] = image.healthCheck
    const env = { PORT: String(port) }
    await run(join(image.root, 'bin', file), options, { env, timeout: 10_000 })
  }
  await assert.rejects(run(join(image.root, 'bin', 'node'), image.healthCheck.slice(1), { env: { PORT: '1' } }))
  assert.ok(running[0])
  const page = await fetch(`${addressOf(running[0])}/`)
  assert.match(await page.text(), /<title>/)
  // The GPU server of the profile does not run: the next engine makes the film. Callers cannot reach the store.
  await makeFilm(running, 'error')
  await stopWithin(running, 40)
  await database.remove()
})

test('the pods of the Kubernetes manifests, as processes without rights, answer their probes, make films and stop in time', {
  skip,
}, async () => {
  const database = await createTestDatabase()
  const pods = await kubernetesPods()
  assert.deepEqual(
    pods.map(({ name }) => name),
    ['api', 'api', 'worker', 'worker'],
  )
  const running = await Promise.all(
    pods.map((one, index) => startContainer(one, database.databaseUrl ?? '', 10 + index)),
  )
  for (const [index, one] of running.entries()) {
    for (const { httpGet } of pods[index]?.probes ?? []) {
      const answer = await fetch(`${addressOf(one)}${httpGet.path}`)
      assert.equal(answer.status, 200, httpGet.path)
    }
  }
  await makeFilm(running, 'follow')
  await stopWithin(running, Math.min(...pods.map(({ graceSeconds }) => graceSeconds)))
  await database.remove()
})
