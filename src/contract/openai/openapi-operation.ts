/** What the operations of /v1 have in common in the OpenAPI document. */
import type { ErrorKind } from '../../errors.ts'
import { answer, failuresOf, type Json, reference } from '../openapi-parts.ts'
import {
  openaiDeletedVideo,
  openaiError,
  openaiModel,
  openaiModelList,
  openaiVideo,
  openaiVideoList,
} from './answers.ts'
import { openaiCharacter } from './character.ts'
import { openaiMeaningOf } from './errors.ts'
import {
  deletedWebhookEndpoint,
  webhookEndpoint,
  webhookEndpointList,
  webhookEndpointTestResult,
  webhookEndpointWithSecret,
  webhookEventTypeList,
} from './webhook-endpoints.ts'

export const openaiAnswers = {
  OpenaiVideo: openaiVideo,
  OpenaiVideoList: openaiVideoList,
  OpenaiDeletedVideo: openaiDeletedVideo,
  OpenaiModel: openaiModel,
  OpenaiModelList: openaiModelList,
  OpenaiCharacter: openaiCharacter,
  OpenaiWebhookEndpoint: webhookEndpoint,
  OpenaiWebhookEndpointWithSecret: webhookEndpointWithSecret,
  OpenaiWebhookEndpointList: webhookEndpointList,
  OpenaiDeletedWebhookEndpoint: deletedWebhookEndpoint,
  OpenaiWebhookEndpointTestResult: webhookEndpointTestResult,
  OpenaiWebhookEventTypeList: webhookEventTypeList,
  OpenaiError: openaiError,
}

export const id: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
const known: ErrorKind[] = ['invalid_token', 'forbidden', 'too_many_requests', 'api_error']
export const failures = (...kinds: ErrorKind[]): Json =>
  failuresOf([...kinds, ...known], openaiMeaningOf, reference('OpenaiError'))

interface Call {
  operationId: string
  summary: string
  description?: string
  answer: keyof typeof openaiAnswers
  parameters?: Json[]
  failures: Json
}

export const operation = ({ answer: schema, failures: errors, ...call }: Call): Json => ({
  ...call,
  tags: ['Videos (OpenAI)'],
  responses: { 200: answer(call.summary, reference(schema)), ...errors },
})

/** A body as JSON, or as a form in which one field may be a file. */
export const bodyOf = (schema: string, file: string): Json => ({
  required: true,
  content: {
    'application/json': { schema: reference(schema) },
    'multipart/form-data': {
      schema: { allOf: [reference(schema)], properties: { [file]: { type: 'string', format: 'binary' } } },
    },
  },
})
