import { once } from 'node:events'
import type { Socket } from 'node:net'

/** All that comes over a connection until it is closed, even when what is still sent meets a closed one. */
export async function rawAnswer(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('error', () => {})
  socket.on('data', (chunk) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}
