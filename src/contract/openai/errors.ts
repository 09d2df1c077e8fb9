/** Errors in the form of /v1: `{"error": {message, type, param, code}}`. */
import type { z } from 'zod'
import { type ErrorKind, errorKinds, type RushesError } from '../../errors.ts'
import type { openaiError } from './answers.ts'

/** Whether a URL belongs to the door that speaks this protocol. */
export const isOpenaiPath = (url: string): boolean => /^\/v1(\/|\?|$)/.test(url)

/** The type and code that clients of this protocol know an error by; the status is the registry's. */
const words: Record<ErrorKind, { type: string; code: string }> = {
  invalid_parameters: { type: 'invalid_request_error', code: 'invalid_value' },
  not_offered: { type: 'invalid_request_error', code: 'not_offered' },
  invalid_token: { type: 'authentication_error', code: 'invalid_api_key' },
  not_acquired: { type: 'authentication_error', code: 'not_acquired' },
  used_up: { type: 'insufficient_quota', code: 'insufficient_quota' },
  forbidden: { type: 'permission_error', code: 'forbidden' },
  no_api: { type: 'invalid_request_error', code: 'not_found' },
  method_not_allowed: { type: 'invalid_request_error', code: 'method_not_allowed' },
  cancelled: { type: 'invalid_request_error', code: 'cancelled' },
  content_too_large: { type: 'invalid_request_error', code: 'content_too_large' },
  too_many_requests: { type: 'rate_limit_error', code: 'rate_limit_exceeded' },
  api_error: { type: 'server_error', code: 'server_error' },
  unavailable: { type: 'server_error', code: 'unavailable' },
  timeout: { type: 'server_error', code: 'timeout' },
}

export const openaiCodeOf = (kind: ErrorKind): string => words[kind].code

/** What an error of this kind means, with its code, for the document. */
export const openaiMeaningOf = (kind: ErrorKind): string => `\`${words[kind].code}\`: ${errorKinds[kind].meaning}`

export function presentOpenaiError(error: RushesError): z.infer<typeof openaiError> {
  return { error: { message: error.message, ...words[error.kind], param: error.param ?? null } }
}
