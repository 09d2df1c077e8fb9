import type { FileHandle } from 'node:fs/promises'
import type { Writable } from 'node:stream'

/** What of one file is in memory: with 64 kB it costs half as much processor time again, with 256 kB hardly less. */
const bufferBytes = 128 * 1024
/** Of those that are not in use. */
const mostKept = 64

/**
 * Writes bytes `start` to `end` of a file, inclusive, to a connection, or to what writes to one as it stands: whatever calls
 * back when it does not need the bytes any more. Throws an Error when the file is shorter, or the connection is closed first.
 */
export type CopyOut = (handle: FileHandle, start: number, end: number, connection: Writable) => Promise<void>

/**
 * Copies files through buffers that are used over and over, one a file: the next bytes are read when the last have left. A
 * stream makes a buffer for each read, which stays in memory until the garbage collector finds it; many downloads at once
 * outrun that.
 */
export function createCopyOut(): CopyOut {
  const idle: Buffer[] = []
  return async (handle, start, end, connection) => {
    const buffer = idle.pop() ?? Buffer.allocUnsafeSlow(bufferBytes)
    await copyThrough(buffer, handle, start, end, connection)
    // One whose copy has failed may still be on its way: it is not used again.
    if (idle.length < mostKept) idle.push(buffer)
  }
}

async function copyThrough(buffer: Buffer, handle: FileHandle, start: number, end: number, connection: Writable) {
  let giveUp = () => {}
  const onClose = () => giveUp()
  connection.once('close', onClose)
  const write = (bytes: Buffer) =>
    new Promise<void>((resolve, reject) => {
      giveUp = () => reject(new Error('the connection was closed before the file was sent'))
      if (connection.destroyed) return giveUp()
      connection.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  try {
    for (let position = start; position <= end; ) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(bufferBytes, end + 1 - position), position)
      if (bytesRead === 0) throw new Error('the file has become shorter while it was sent')
      await write(bytesRead === bufferBytes ? buffer : buffer.subarray(0, bytesRead))
      position += bytesRead
    }
  } finally {
    connection.off('close', onClose)
  }
}
