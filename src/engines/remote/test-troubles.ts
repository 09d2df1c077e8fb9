/** What servers, and the networks before them, do to those who call them. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Trouble } from './test-simulator.ts'

/** An answer with this status; a string is sent as it is, anything else as JSON. */
export const status =
  (code: number, body: unknown = { error: { message: 'The server is troubled.' } }, headers = {}): Trouble =>
  (_call, response) => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

/** Full, and says when to come back. */
export const tooManyRequests = (retryAfterSeconds: number): Trouble =>
  status(429, { error: { message: 'Rate limit reached.' } }, { 'retry-after': String(retryAfterSeconds) })

/** A proxy's error page. */
export const errorPage = (code: number): Trouble => status(code, '<html><body>nginx</body></html>')

/** The protocol's own answer, later. */
export const slow =
  (milliseconds: number): Trouble =>
  async (_call, _response, pass) => {
    await delay(milliseconds)
    pass()
  }

/** Does what was asked, then the connection breaks before a byte of the answer. */
export const resetAfterwards: Trouble = async (call, response, pass) => {
  const { socket } = response
  await silentAfterwards(call, response, pass)
  socket?.resetAndDestroy()
}

/** Does what was asked, and says nothing. */
export const silentAfterwards: Trouble = async (_call, response, pass) => {
  response.write = () => true
  response.end = () => response
  response.writeHead = () => response
  await pass()
}

/** The connection breaks before anything is done. */
export const reset: Trouble = (_call, response) => void response.socket?.resetAndDestroy()

/** JSON that stops in the middle, as a whole answer. */
export const truncatedJson: Trouble = (_call, response) => {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end('{"id": "video_1", "status": "comp')
}

/** The connection ends in the middle of the body that the header announced. */
export const cutOff: Trouble = (_call, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"id": ')
  setImmediate(() => response.socket?.destroy())
}

/** No JSON, but 200. */
export const notJson: Trouble = status(200, 'OK')

/** A body that says it is 4 GB. */
export const fourGigabytes: Trouble = (_call, response) => {
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': String(4 * 1024 ** 3) })
  response.write('0')
}

/** Never an answer. */
export const silence: Trouble = () => {}

/** Sends the caller elsewhere. */
export const redirect = (url: string, code = 302): Trouble => status(code, '', { location: url })

/** The answer of the protocol's place, by a JSON body with status 200. */
export const says = (body: unknown): Trouble => status(200, body)
