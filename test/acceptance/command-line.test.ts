/** The commands of the command line, as child processes, on a home that no server has and on one that a server has. */
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { checkRefusal, forEach, isListening } from './support/command-line.ts'
import { checkFilm } from './support/film.ts'
import { freePort } from './support/origin.ts'
import { landscapePng } from './support/png.ts'
import { apiKey, createHome, type Home, type Server, scripted, serve } from './support/rushes.ts'

const prompt = 'cat running on the river'
const doctorEndMilliseconds = 5_000
const wanted = { width: 1280, height: 720, seconds: 4 }

/** The keys that `rushes keys list` shows, by their name. */
async function listKeys(home: Home): Promise<Map<string, { id: string; state: string; line: string }>> {
  const { code, stdout, stderr } = await home.rushes(['keys', 'list'])
  assert.equal(code, 0, stderr)
  const keys = stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [id = '', , state = '', , ...name] = line.split(/ +/)
      return [name.join(' '), { id, state, line }] as const
    })
  return new Map(keys)
}

async function createKey(home: Home, name: string): Promise<string> {
  const { code, stdout, stderr } = await home.rushes(['keys', 'create', '--name', name])
  assert.equal(code, 0, stderr)
  assert.match(stdout, /^\S{32,}\n$/)
  return stdout.trim()
}

const statusWith = async (server: Server, key: string) =>
  (await server.post('/sora/tasks', { id: 'x' }, { authorization: `Bearer ${key}` })).status

describe('where no server runs', () => {
  let home: Home
  before(async () => {
    home = await createHome()
  })
  after(() => home[Symbol.asyncDispose]())

  test('generate starts a server for the time it takes, saves the film, prints its path and leaves nothing behind', async () => {
    const path = join(home.directory, '..', 'film.mp4')
    const port = await freePort()
    const args = ['generate', prompt, '--duration', '4', '--size', '1280x720', '-o', path]
    const { code, stdout, stderr } = await home.rushes(args, { PORT: String(port) })
    assert.equal(code, 0, stderr)
    assert.equal(stdout, `${path}\n`)
    await checkFilm(path, await readFile(path), wanted)
    assert.equal(await isListening(port), false)
    // Nobody has the directory any more, and the key that was made for the time is of no use to anybody.
    const states = [...(await listKeys(home)).entries()].map(([name, { state }]) => `${name} ${state}`)
    assert.ok(states.includes('rushes generate revoked'), states.join())
  })

  test('generate --plan prints the shots of a prompt for the duration asked, and makes no film', async () => {
    const path = join(home.directory, '..', 'none.mp4')
    const args = ['generate', 'two red foxes in the snow. Cut to a boat at sea', '--plan', '-o', path]
    const { code, stdout, stderr } = await home.rushes([...args, '--duration', '10'])
    assert.equal(code, 0, stderr)
    const { shots } = JSON.parse(stdout) as { shots: { seconds: number; subjects: { words: string }[] }[] }
    assert.equal(
      shots.reduce((sum, { seconds }) => sum + seconds, 0),
      10,
    )
    assert.deepEqual(
      shots.map(({ subjects }) => subjects.map(({ words }) => words)),
      [['two red foxes'], ['boat']],
    )
    await assert.rejects(readFile(path), { code: 'ENOENT' })
    const refused = await home.rushes([...args, '--duration', '9'])
    assert.equal(refused.code, 1)
    assert.match(refused.stderr, /duration is 9/)
  })

  test('keys are made, listed without their secret and revoked, and a server that starts later knows it', async () => {
    const key = await createKey(home, 'leaver')
    const { id, state, line } = (await listKeys(home)).get('leaver') ?? {}
    assert.equal(state, 'active')
    assert.ok(id && line && !line.includes(key), line)
    assert.equal((await home.rushes(['keys', 'revoke', id])).stdout, 'revoked\n')
    await using server = await serve(home)
    assert.deepEqual([await statusWith(server, apiKey), await statusWith(server, key)], [200, 401])
    assert.equal((await listKeys(home)).get('leaver')?.state, 'revoked')
  })
})

describe('where a server runs', () => {
  let home: Home
  let server: Server
  before(async () => {
    home = await createHome(scripted)
    server = await serve(home)
  })
  after(async () => {
    await server.stop()
    await home[Symbol.asyncDispose]()
  })

  test('generate uses that server and leaves it running', async () => {
    const path = join(home.directory, '..', 'film.mp4')
    const { code, stdout, stderr } = await home.rushes([
      'generate',
      'made by the server',
      '--duration',
      '8',
      '-o',
      path,
    ])
    assert.equal(code, 0, stderr)
    assert.equal(stdout, `${path}\n`)
    assert.equal((await readFile(path)).toString('latin1', 4, 8), 'ftyp')
    const { json } = await server.post('/sora/tasks', { action: 'retrieve_batch' })
    const { items } = json as { items: { request: { prompt: string; duration: number } }[] }
    assert.deepEqual(
      items.map(({ request }) => [request.prompt, request.duration]),
      [['made by the server', 8]],
    )
  })

  test('generate takes an image from a file, and a server by its URL and key', async () => {
    const [image, path] = [join(home.directory, '..', 'image.png'), join(home.directory, '..', 'second.mp4')]
    await writeFile(image, landscapePng(1280, 720))
    const key = await createKey(home, 'elsewhere')
    const args = ['generate', prompt, '--size', '1280x720', '--image', image, '-o', path, '--server', `${server.url}/`]
    const { code, stderr } = await home.rushes([...args, '--key', key], {
      RUSHES_DATA_DIR: join(home.directory, 'none'),
    })
    assert.equal(code, 0, stderr)
    assert.equal((await readFile(path)).toString('latin1', 4, 8), 'ftyp')
  })

  test('what generate cannot do ends with exit 1 and one sentence that says what is allowed', async () => {
    const closed = `http://127.0.0.1:${await freePort()}`
    const key = 'some-key-0123456789'
    const cases: [args: string[], sentence: RegExp][] = [
      [['never made', '--duration', 'soon'], /'soon' is invalid\. It is not a number\./],
      [['never made', '--durration', '4'], /unknown option '--durration'/],
      [['never made', '--duration', '7'], /^rushes: duration is 7; allowed: 10, 15 or 25 \(seconds\)\.$/m],
      [['never made', '--size', 'huge'], /^rushes: size is "huge"; allowed: small or large\.$/m],
      [
        ['never made', '--size', '640x480'],
        /^rushes: size is "640x480"; allowed: 720x1280, 1280x720, 1024x1792 or 1792x1024\.$/m,
      ],
      [['never made', '--model', 'sora-9'], /^rushes: model is "sora-9"; offered here: sora-2 or sora-2-pro\.$/m],
      [
        ['never made', '--image', '/nowhere/cat.png'],
        /^rushes: --image is \/nowhere\/cat\.png; there is no such file\.$/m,
      ],
      [['never made', '--image', home.directory], /^rushes: --image is .*director/m],
      [['never made', '--server', closed, '--key', key], /^rushes: nothing answers at that address/m],
      [['never made', '--server', 'localhost', '--key', key], /^rushes: --server is localhost; allowed: a URL/m],
      [['never made', '--server', server.url], /^rushes: --server needs a --key/m],
      [
        ['never made', '--server', server.url, '--key', key],
        /^rushes: The key in the authorization header is unknown\.$/m,
      ],
      [['never made', '-o', '/nowhere/film.mp4'], /^rushes: --output is \/nowhere\/film\.mp4; /m],
      [['[fail: the lamp broke]', '-o', join(home.directory, 'no.mp4')], /^rushes: the lamp broke$/m],
      [[], /missing required argument 'prompt'/],
    ]
    await forEach(cases, async ([args, sentence]) => checkRefusal(await home.rushes(['generate', ...args]), sentence))
    const { json } = await server.post('/sora/tasks', { action: 'retrieve_batch' })
    const { items } = json as { items: { request: { prompt: string } }[] }
    assert.ok(
      items.every(({ request }) => request.prompt !== 'never made'),
      'a task was made',
    )
  })

  test('a key made while the server runs works at once, and a revoked one gets 401 at once', async () => {
    const key = await createKey(home, 'short-lived')
    assert.equal(await statusWith(server, key), 200)
    const { id } = (await listKeys(home)).get('short-lived') ?? {}
    assert.ok(id)
    assert.equal((await home.rushes(['keys', 'revoke', id])).stdout, 'revoked\n')
    assert.equal(await statusWith(server, key), 401)
    checkRefusal(await home.rushes(['keys', 'revoke', id]), /^rushes: there is no active key with the id/)
    checkRefusal(
      await home.rushes(['keys', 'create', '--expires', 'soon']),
      /^rushes: --expires is soon; allowed: a time/,
    )
  })

  test('doctor finds everything in order and names the running server', async () => {
    const doctor = home.start(['doctor'])
    await doctor.line(/media: /)
    // After its last line nothing holds it, such as a connection to the database.
    const { code, stdout } = await doctor.exit(doctorEndMilliseconds)
    assert.equal(code, 0, stdout)
    assert.ok(stdout.includes(`server: running at ${server.url}`), stdout)
  })
})

test('migrate brings a new database up to date and has nothing to do the second time', async () => {
  await using home = await createHome(undefined, { isEmpty: true })
  const first = await home.rushes(['migrate'])
  assert.deepEqual([first.code, /^applied \S+/.test(first.stdout)], [0, true], first.stderr)
  const second = await home.rushes(['migrate'])
  assert.deepEqual([second.code, second.stdout], [0, 'the database is up to date\n'], second.stderr)
})

test('doctor exits 1 when something else has the port, and says which', async () => {
  await using home = await createHome()
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const { code, stdout, stderr } = await home.rushes(['doctor'], { PORT: String(port) })
  server.close()
  assert.equal(code, 1)
  assert.ok(stdout.includes(`BAD  server: PORT: something else is using port ${port} on 127.0.0.1`), stdout)
  assert.equal(stderr, 'rushes: 1 of the checks failed.\n')
})
