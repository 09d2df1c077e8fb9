/** The server's half of a websocket (RFC 6455), as much as a test needs: the handshake, text and binary frames out. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const maxShortLength = 125

export interface ServerSocket {
  sendText(text: string): void
  sendBinary(bytes: Uint8Array): void
  /** Breaks the connection. */
  destroy(): void
  onClose(listener: () => void): void
}

export function acceptWebSocket(request: IncomingMessage, socket: Duplex): ServerSocket {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${magic}`).digest('base64')
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n' +
      `sec-websocket-accept: ${accept}\r\n\r\n`,
  )
  socket.on('error', () => {})
  socket.on('data', (bytes: Buffer) => {
    // A close frame: answered by closing.
    if (((bytes[0] ?? 0) & 0x0f) === 8) socket.end(Buffer.from([0x88, 0]))
  })
  const send = (opcode: number, payload: Buffer) => {
    if (!socket.writable) return
    const long = payload.length > maxShortLength
    const header = Buffer.alloc(long ? 10 : 2)
    header[0] = 0x80 | opcode
    header[1] = long ? 127 : payload.length
    if (long) header.writeBigUInt64BE(BigInt(payload.length), 2)
    socket.write(Buffer.concat([header, payload]))
  }
  return {
    sendText: (text) => send(1, Buffer.from(text)),
    sendBinary: (bytes) => send(2, Buffer.from(bytes)),
    destroy: () => void socket.destroy(),
    onClose: (listener) => void socket.once('close', listener),
  }
}
