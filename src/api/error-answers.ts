/** The one place that answers failures: whatever goes wrong, wherever, the caller gets the envelope of the contract. */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isMcpPath, presentMcpError } from '../contract/mcp/messages.ts'
import { isOpenaiPath, presentOpenaiError } from '../contract/openai/errors.ts'
import type { Failure } from '../contract/sora/answers.ts'
import { isDatabaseAway, isHeldUp } from '../database-away.ts'
import { causesOf, errorKinds, RushesError } from '../errors.ts'
import { newTraceId } from '../ids.ts'
import type { Logger } from '../logger.ts'
import { filesUnavailable, isDiskFault } from '../storage/say-when-away.ts'
import type { ConsolePages } from './console.ts'
import { traceIdOf } from './trace.ts'

/** A Postgres that is restarted is back within seconds. */
const comeBackSeconds = 2

export function presentError(error: RushesError, traceId: string, taskId?: string): Failure {
  return { success: false, ...(taskId !== undefined && { task_id: taskId }), error: error.body, trace_id: traceId }
}

/** `pages` answers what no route has when it is a page for people. */
export function registerErrorAnswers(app: FastifyInstance, logger: Logger, pages: ConsolePages): void {
  const routes: { method: string; pattern: RegExp }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    const pattern = new RegExp(`^${url.replace(/[.]/g, '\\$&').replace('*', '.*').replace(/:\w+/g, '[^/]+')}$`)
    for (const one of [method].flat()) routes.push({ method: one, pattern })
  })
  app.setErrorHandler((thrown: FastifyError, request, reply) => {
    const error = explain(thrown)
    // A film that failed at its engine is its answer, not this server's fault.
    const expected = thrown instanceof RushesError && thrown.cause === undefined
    if (error.kind === 'api_error' && !expected) {
      logger.error({ trace_id: traceIdOf(request), causes: causesOf(thrown), stack: thrown.stack }, 'a request failed')
    }
    // What range and conditional requests are told has statuses of its own, which clients of files rely on.
    const fileStatus = thrown.statusCode === 416 || thrown.statusCode === 412 ? thrown.statusCode : undefined
    if (fileStatus === 416) reply.headers(rangeHeaderOf(thrown))
    return answerError(request, reply, error, fileStatus)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const here = routes.filter(({ method, pattern }) => method !== 'OPTIONS' && pattern.test(path))
    const methods = [...new Set(here.map(({ method }) => method))]
    if (methods.length === 0) {
      const page = pages.answer(request, reply)
      if (page) return page
      return answerError(request, reply, new RushesError('no_api', `There is nothing at ${clip(path)}.`))
    }
    reply.header('allow', methods.join(', '))
    const sentence = `${request.method} is not offered at ${clip(path)}; allowed: ${methods.join(', ')}.`
    return answerError(request, reply, new RushesError('method_not_allowed', sentence))
  })
}

/** Answers what the router refuses before any hook has run, such as a malformed path. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-trace-id', traceIdOf(request))
  answerError(request, reply, explain(error))
}

/** Answers bytes that are no HTTP request. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const status = late ? 408 : tooLarge ? 431 : 400
  const message = late
    ? 'The request took too long to arrive.'
    : tooLarge
      ? 'The request headers are too large.'
      : 'The request is not valid HTTP.'
  const traceId = newTraceId()
  const body = JSON.stringify(presentError(new RushesError('invalid_parameters', message), traceId))
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nx-trace-id: ${traceId}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function answerError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: RushesError,
  status: number = error.status,
): FastifyReply {
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds))
  if (error.kind === 'invalid_token') reply.header('www-authenticate', 'Bearer')
  const traceId = traceIdOf(request)
  const isOpenai = isOpenaiPath(request.url)
  // Its SDKs send a call again on their own after 408, 409, 429 and 5xx, unless they are told.
  if (isOpenai) reply.headers({ 'x-request-id': traceId, 'x-should-retry': String(errorKinds[error.kind].retryable) })
  return reply
    .code(status)
    .headers({ ...error.headers })
    .type('application/json')
    .send(JSON.stringify(presentFor(request.url, error, traceId)))
}

/** The door's own form. */
function presentFor(url: string, error: RushesError, traceId: string): object {
  if (isOpenaiPath(url)) return presentOpenaiError(error)
  return isMcpPath(url) ? presentMcpError(error, traceId) : presentError(error, traceId)
}

/** How long the file is whose range was beyond it: RFC 9110, 15.5.17. */
function rangeHeaderOf(thrown: FastifyError & { headers?: Record<string, string> }): Record<string, string> {
  const length = thrown.headers?.['Content-Range']
  return length === undefined ? {} : { 'content-range': length }
}

/** The registry's error for whatever was thrown. What is not ours is not shown. */
function explain(thrown: FastifyError): RushesError {
  if (thrown instanceof RushesError) return thrown
  switch (thrown.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new RushesError('content_too_large', 'The body is over the limit of this server.', { cause: thrown })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new RushesError('invalid_parameters', 'The content-type is not supported; allowed: application/json.', {
        cause: thrown,
      })
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new RushesError('no_api', 'There is nothing at this path: a part of it is too long for an id.', {
        cause: thrown,
      })
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new RushesError('invalid_parameters', 'The body is empty; allowed: a JSON object.', { cause: thrown })
  }
  if (isDatabaseAway(thrown)) {
    const sentence = 'The database does not answer; nothing was accepted or changed unless a record of it is there.'
    return new RushesError('unavailable', sentence, { cause: thrown, retryAfterSeconds: comeBackSeconds })
  }
  if (isHeldUp(thrown)) {
    const sentence =
      'Another call holds what this one needs and does not come to its end; nothing was accepted or changed.'
    return new RushesError('unavailable', sentence, { cause: thrown, retryAfterSeconds: comeBackSeconds })
  }
  if (isDiskFault(thrown)) return filesUnavailable(thrown)
  const status = thrown.statusCode ?? 500
  if (status >= 400 && status < 500) {
    return new RushesError('invalid_parameters', `The request could not be read: ${clip(thrown.message)}`, {
      cause: thrown,
    })
  }
  return new RushesError('api_error', 'Something broke on the server; the trace id finds it in the log.', {
    cause: thrown,
  })
}

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
