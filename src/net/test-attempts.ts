import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

/** For tests: every address that this process tries to connect to, whoever asks, reached or not. */
export function countAttempts(): { made: string[]; [Symbol.dispose](): void } {
  const made: string[] = []
  const onSocket = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    socket.on('connectionAttempt', (address, port) => made.push(`${address} port ${port}`))
  }
  subscribe('net.client.socket', onSocket)
  return { made, [Symbol.dispose]: () => void unsubscribe('net.client.socket', onSocket) }
}
