import { type Readable, Transform } from 'node:stream'
import { FetchError } from './fetch-error.ts'

/**
 * The body of an answer, ended with `content_too_large` as soon as it passes `maxBytes`.
 * @param explain turns what the socket failed with into what the reader is told
 * @param release called once, when nothing more will be read; with whether all was
 */
export function limitBody(
  source: Readable,
  options: { host: string; maxBytes: number; explain: (error: unknown) => Error; release: (whole: boolean) => void },
): Readable {
  let received = 0
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length
      if (received > options.maxBytes) done(tooLarge(options.host, options.maxBytes))
      else done(null, chunk)
    },
  })
  source.on('error', (error) => limited.destroy(options.explain(error)))
  limited.once('close', () => {
    const whole = source.readableEnded
    source.destroy()
    options.release(whole)
  })
  source.pipe(limited)
  return limited
}

export function tooLarge(host: string, maxBytes: number): FetchError {
  return new FetchError('too_large', `${host} sends more than the ${formatBytes(maxBytes)} allowed`)
}

/** `26214400` -> `25 MB` (1 MB is 1024 x 1024 bytes). */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB']
  return `${Number(value.toFixed(1))} ${unit}`
}
