import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { createCopyOut } from './copy-out.ts'
import { FileBody } from './file-body.ts'

const film = randomBytes(700_000)
const never = new AbortController().signal
let folder: string
let path: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-body-'))
  path = join(folder, 'film')
  await writeFile(path, film)
})
after(() => rm(folder, { recursive: true }))

/** A body of the film, and how many copies it has made. */
async function bodyOf(start: number, end: number, signal = never) {
  const handle = await open(path)
  const copyOut = createCopyOut()
  const copies: number[] = []
  const body = new FileBody(
    handle,
    start,
    end,
    (...copy) => {
      copies.push(copy[2])
      return copyOut(...copy)
    },
    signal,
  )
  return { handle, body, copies }
}

test('an answer on a connection gets the bytes by copies through one buffer; who reads the stream gets the same', async () => {
  for (const [start, end] of [
    [0, film.length - 1],
    [5, 300_000],
    [0, -1],
  ] as const) {
    const [sent, read] = [await bodyOf(start, end), await bodyOf(start, end)]
    const door = createServer((_request, response) => void sent.body.pipe(response))
    door.listen(0, '127.0.0.1')
    await once(door, 'listening')
    const answer = await fetch(`http://127.0.0.1:${(door.address() as AddressInfo).port}`)
    const wanted = film.subarray(start, end + 1)
    assert.ok(wanted.equals(await answer.bytes()))
    assert.ok(wanted.equals(await buffer(read.body)))
    assert.deepEqual([sent.copies, read.copies], [[end], []])
    for (const { handle, body } of [sent, read]) {
      if (!body.closed) await once(body, 'close')
      assert.equal(handle.fd, -1)
    }
    door.close()
  }
})

test('a file that has become shorter, and a signal, break the stream off and close the file', async () => {
  const stop = new AbortController()
  const [short, stopped] = [await bodyOf(0, film.length), await bodyOf(0, film.length - 1, stop.signal)]
  await assert.rejects(buffer(short.body), /has become shorter/)
  stop.abort(new Error('enough'))
  await assert.rejects(buffer(stopped.body), { name: 'AbortError' })
  for (const { handle } of [short, stopped]) assert.equal(handle.fd, -1)
})
