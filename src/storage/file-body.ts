import type { FileHandle } from 'node:fs/promises'
import { ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { addAbortSignal, Readable } from 'node:stream'
import type { CopyOut } from './copy-out.ts'

const readBytes = 64 * 1024

/**
 * Bytes `start` to `end`, inclusive, of an open file, which it closes. Piped into an answer on a connection they go by
 * `copyOut`, with as little memory as can be; everywhere else this is a stream like others. Breaks off with an Error when
 * the file is shorter.
 */
export class FileBody extends Readable {
  readonly #handle: FileHandle
  readonly #end: number
  readonly #copyOut: CopyOut
  #position: number

  constructor(handle: FileHandle, start: number, end: number, copyOut: CopyOut, signal: AbortSignal) {
    super({ highWaterMark: readBytes })
    this.#handle = handle
    this.#position = start
    this.#end = end
    this.#copyOut = copyOut
    addAbortSignal(signal, this)
  }

  override _read(): void {
    const left = this.#end + 1 - this.#position
    if (left <= 0) return void this.push(null)
    const buffer = Buffer.allocUnsafe(Math.min(readBytes, left))
    this.#handle.read(buffer, 0, buffer.length, this.#position).then(
      ({ bytesRead }) => {
        if (bytesRead === 0) return this.destroy(new Error('the file has become shorter while it was read'))
        this.#position += bytesRead
        return this.push(buffer.subarray(0, bytesRead))
      },
      (error: Error) => this.destroy(error),
    )
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#handle.close().then(() => callback(error), callback)
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T, options: { end?: boolean } = {}): T {
    // What keeps chunks for longer than a connection does, as an answer in memory, must have them for itself.
    const isConnected = destination instanceof ServerResponse && destination.socket instanceof Socket
    if (!isConnected) return super.pipe(destination, options)
    this.#copyOut(this.#handle, this.#position, this.#end, destination).then(
      () => {
        this.push(null)
        this.resume()
        if (options.end !== false) destination.end()
      },
      (error: Error) => this.destroy(error),
    )
    return destination
  }
}
