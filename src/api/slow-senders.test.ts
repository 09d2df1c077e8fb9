import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { fastify } from 'fastify'
import { rawAnswer } from '../../test/support/raw-answer.ts'
import { registerSlowSenders } from './slow-senders.ts'

const pace = { bytes: 1000, milliseconds: 300 }
const app = fastify()
before(async () => {
  registerSlowSenders(app, pace)
  app.post('/', async ({ body }) => ({ length: JSON.stringify(body).length }))
  app.post('/held', async () => {
    await new Promise((resolve) => setTimeout(resolve, 3 * pace.milliseconds))
    return { held: true }
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
after(() => app.close())

const open = async (path: string, length: number): Promise<Socket> => {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => {})
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n`)
  socket.write(`content-length: ${length}\r\n\r\n`)
  return socket
}

/** Sends the body in pieces, one each tenth of the pace's span, until it is sent or the server has had enough. */
async function send(socket: Socket, body: string, pieceBytes: number): Promise<string> {
  const answer = rawAnswer(socket)
  for (let at = 0; at < body.length && socket.writable && !socket.readableEnded; at += pieceBytes) {
    socket.write(body.slice(at, at + pieceBytes))
    await new Promise((resolve) => setTimeout(resolve, pace.milliseconds / 10))
  }
  return answer
}

const body = JSON.stringify({ prompt: 'x'.repeat(10_000) })

test('a body that drips is cut off with a 408, while one that is slow but keeps the pace arrives', async () => {
  const drip = send(await open('/', body.length), body, 1)
  const slow = send(await open('/', body.length), body, 400)
  assert.match(await drip, /^HTTP\/1\.1 408 [\s\S]*The request took too long to arrive\./)
  assert.match(await slow, /^HTTP\/1\.1 200 [\s\S]*"length":/)
})

test('a caller whose request is whole is held for as long as the answer takes', async () => {
  assert.match(await send(await open('/held', 2), '{}', 2), /^HTTP\/1\.1 200 [\s\S]*"held":true/)
})
