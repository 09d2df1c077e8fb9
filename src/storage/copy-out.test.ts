import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, before, test } from 'node:test'
import { createCopyOut } from './copy-out.ts'

const film = randomBytes(700_000)
let folder: string
let path: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-copy-'))
  path = join(folder, 'film')
  await writeFile(path, film)
})
after(() => rm(folder, { recursive: true }))

/** Takes bytes one write at a time, as a connection does, and says which memory they came in. */
function slowConnection() {
  const memory = new Set<ArrayBufferLike>()
  const came: Buffer[] = []
  const connection = new Writable({
    write(chunk: Buffer, _encoding, done) {
      memory.add(chunk.buffer)
      setImmediate(() => {
        came.push(Buffer.from(chunk))
        done()
      })
    },
  })
  return { connection, memory, bytes: () => Buffer.concat(came) }
}

test('a file of any length, or a part of it, goes through one buffer, and the next file through the same', async () => {
  const copyOut = createCopyOut()
  await using handle = await open(path)
  const [whole, part, none] = [slowConnection(), slowConnection(), slowConnection()]
  await copyOut(handle, 0, film.length - 1, whole.connection)
  await copyOut(handle, 5, 300_000, part.connection)
  await copyOut(handle, 0, -1, none.connection)
  assert.ok(whole.bytes().equals(film))
  assert.ok(part.bytes().equals(film.subarray(5, 300_001)))
  assert.equal(none.bytes().length, 0)
  assert.equal(new Set([...whole.memory, ...part.memory]).size, 1)
})

test('files that are copied at once have a buffer each', async () => {
  const copyOut = createCopyOut()
  await using handle = await open(path)
  const connections = Array.from({ length: 5 }, slowConnection)
  await Promise.all(connections.map(({ connection }, from) => copyOut(handle, from, film.length - 1, connection)))
  for (const [from, one] of connections.entries()) assert.ok(one.bytes().equals(film.subarray(from)))
})

test('a connection that is closed, or a file that has become shorter, ends the copy', { timeout: 10_000 }, async () => {
  const copyOut = createCopyOut()
  await using handle = await open(path)
  const deaf = new Writable({ write: () => void setImmediate(() => deaf.destroy()) })
  await assert.rejects(copyOut(handle, 0, film.length - 1, deaf), /closed before the file was sent/)
  await assert.rejects(copyOut(handle, 0, 10, deaf), /closed before the file was sent/)
  await assert.rejects(copyOut(handle, 0, film.length, slowConnection().connection), /shorter/)
})
