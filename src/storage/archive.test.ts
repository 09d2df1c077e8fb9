import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { after, before, test } from 'node:test'
import { pack } from 'tar-stream'
import { extractArchive, verifyArchive, writeArchive } from './archive.ts'

const about = { version: '0.0.0', migrations: [] }
const noLimit = new AbortController().signal
let root: string
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'rushes-archive-'))
})
after(() => rm(root, { recursive: true, force: true }))

test('an archive holds every file and every empty folder, by names of any length', async () => {
  const [folder, copy, path] = [join(root, 'folder'), join(root, 'copy'), join(root, 'whole.tar')]
  const long = `files/${'x'.repeat(120)}.mp4`
  await mkdir(join(folder, 'files'), { recursive: true })
  await mkdir(join(folder, 'database', 'pg_notify'), { recursive: true })
  await writeFile(join(folder, long), 'film')
  await writeFile(join(folder, 'database', 'empty'), '')
  await writeArchive(folder, path, about, noLimit)
  const { files } = await verifyArchive(path, noLimit)
  assert.deepEqual(files.map(({ path }) => path).sort(), ['database/empty', long])
  await mkdir(copy)
  await extractArchive(path, copy, noLimit)
  assert.equal(await readFile(join(copy, long), 'utf8'), 'film')
  assert.equal((await stat(join(copy, 'database', 'empty'))).size, 0)
  assert.ok((await stat(join(copy, 'database', 'pg_notify'))).isDirectory())
})

test('a backup that is interrupted leaves no file, under its name or another', async () => {
  const [folder, target] = [join(root, 'large'), join(root, 'interrupted')]
  await mkdir(join(folder, 'files'), { recursive: true })
  await mkdir(target)
  await writeFile(join(folder, 'files', 'film.mp4'), Buffer.alloc(64 * 1024 ** 2))
  const stopping = new AbortController()
  const writing = writeArchive(folder, join(target, 'backup.tar'), about, stopping.signal)
  setImmediate(() => stopping.abort(new Error('interrupted')))
  await assert.rejects(writing)
  assert.deepEqual(await readdir(target), [])
})

test('a backup leaves the half of another that goes on alone, also one with its own number in another container', async () => {
  const [folder, target] = [join(root, 'small'), join(root, 'shared')]
  await mkdir(folder)
  await mkdir(target)
  const going = `backup.tar.${process.pid}.part`
  const left = 'backup.tar.0c54ae5f-9bb4-4c3b-9b09-bd1e4b4b2f07.part'
  const other = 'backup.tar.gz.1.part'
  for (const name of [going, left, other]) await writeFile(join(target, name), 'half')
  const anHourAgo = new Date(Date.now() - 3_600_000)
  for (const name of [left, other]) await utimes(join(target, name), anHourAgo, anHourAgo)
  await writeArchive(folder, join(target, 'backup.tar'), about, noLimit)
  assert.deepEqual((await readdir(target)).sort(), ['backup.tar', going, other].sort())
})

test('an archive with a file outside of the data directory, or in no place of it, is refused', async () => {
  for (const name of ['files/../../outside', '../secret', '/secret', 'server.sock']) {
    const path = join(root, 'hostile.tar')
    const tar = pack()
    tar.entry({ name }, 'x')
    tar.finalize()
    await pipeline(tar, createWriteStream(path))
    await assert.rejects(verifyArchive(path, noLimit), /has no place in a data directory/, name)
  }
})
