/**
 * Keeps a copy of a database as a server of today's schema leaves it when it is killed at work: what the tests of upgrades
 * start from. A migration comes with its copy:
 *
 *     TEST_DATABASE_URL=postgres://… node scripts/run.mjs scripts/store-schema.ts [--tree <checkout of another version>]
 *
 * Needs `pg_dump`, of a Postgres no newer than those that the tests run on.
 */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { createTestDatabase } from '../test/support/database.ts'
import { startReceiver } from '../test/support/receiver.ts'
import { createServerProcess } from '../test/support/serve-process.ts'
import { playScene, sceneConfig, sceneEnvironment, stored } from '../test/support/upgrade-scene.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { tree: { type: 'string', default: root } } })

const database = await createTestDatabase()
if (database.databaseUrl === undefined) throw new Error('copies are made on a Postgres: set TEST_DATABASE_URL')
await using receiver = await startReceiver((request, response) =>
  response.writeHead(request.path === '/untold' ? 500 : 200).end(),
)
const configPath = join(database.dataDirectory, 'rushes.config.json')
await writeFile(configPath, JSON.stringify(sceneConfig))
const server = createServerProcess({
  file: process.execPath,
  arguments: [join(resolve(values.tree), 'src', 'cli', 'main.ts'), 'serve'],
  environment: {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: database.databaseUrl,
    RUSHES_DATA_DIR: database.dataDirectory,
    RUSHES_CONFIG: configPath,
    ...sceneEnvironment,
  },
  directory: resolve(values.tree),
})
try {
  await server.start()
  await playScene(server.url, receiver.url)
  await server.end('SIGKILL')
  const { stdout } = await run('pg_dump', ['--inserts', '--no-owner', '--no-privileges', database.databaseUrl], {
    maxBuffer: 64 * 1024 ** 2,
  })
  // psql's own commands, which some versions write, are no SQL.
  const dump = stdout
    .replaceAll(/^\\.*\n/gm, '')
    .replaceAll(receiver.url, stored.receiver)
    .replaceAll(database.dataDirectory, stored.dataDirectory)
  const [newest] = [...dump.matchAll(/^INSERT INTO public\.migrations VALUES \('(.+)\.sql'/gm)]
    .map(([, name]) => name)
    .sort()
    .reverse()
  await writeFile(join(root, 'test', 'upgrades', `${newest}.sql`), dump)
} finally {
  await server.end('SIGKILL')
  await database.remove()
}
