/** What the OpenAPI document says of webhook endpoints. */
import type { ErrorKind } from '../../errors.ts'
import { type Json, queryParameters, reference } from '../openapi-parts.ts'
import { failures, id, operation as openaiOperation } from './openapi-operation.ts'
import { webhookEndpointQuery } from './webhook-endpoints.ts'

const operation: typeof openaiOperation = (call) => ({ ...openaiOperation(call), tags: ['Webhooks (OpenAI)'] })
const bodyOf = (schema: string, required = true): Json => ({
  required,
  content: { 'application/json': { schema: reference(schema) } },
})
const refusals: ErrorKind[] = ['invalid_parameters', 'no_api', 'content_too_large']

export const webhookPaths: Json = {
  '/v1/webhook_event_types': {
    get: operation({
      operationId: 'openaiListWebhookEventTypes',
      summary: 'What endpoints can be told',
      answer: 'OpenaiWebhookEventTypeList',
      failures: failures(),
    }),
  },
  '/v1/webhook_endpoints': {
    get: operation({
      operationId: 'openaiListWebhookEndpoints',
      summary: 'The account’s endpoints, newest first',
      answer: 'OpenaiWebhookEndpointList',
      parameters: queryParameters(webhookEndpointQuery),
      failures: failures('invalid_parameters'),
    }),
    post: {
      ...operation({
        operationId: 'openaiCreateWebhookEndpoint',
        summary: 'Be told at an address when a video has ended',
        description: 'Deliveries are signed by Standard Webhooks with `signing_secret`, which is shown this once.',
        answer: 'OpenaiWebhookEndpointWithSecret',
        failures: failures('invalid_parameters', 'content_too_large'),
      }),
      requestBody: bodyOf('OpenaiNewWebhookEndpoint'),
    },
  },
  '/v1/webhook_endpoints/{id}': {
    get: operation({
      operationId: 'openaiRetrieveWebhookEndpoint',
      summary: 'An endpoint',
      answer: 'OpenaiWebhookEndpoint',
      parameters: [id],
      failures: failures('no_api'),
    }),
    post: {
      ...operation({
        operationId: 'openaiUpdateWebhookEndpoint',
        summary: 'Change an endpoint; what is not given stays',
        answer: 'OpenaiWebhookEndpoint',
        parameters: [id],
        failures: failures(...refusals),
      }),
      requestBody: bodyOf('OpenaiWebhookEndpointChange', false),
    },
    delete: operation({
      operationId: 'openaiDeleteWebhookEndpoint',
      summary: 'Delete an endpoint, and what it was still to be told',
      answer: 'OpenaiDeletedWebhookEndpoint',
      parameters: [id],
      failures: failures('no_api'),
    }),
  },
  '/v1/webhook_endpoints/{id}/rotate_secret': {
    post: {
      ...operation({
        operationId: 'openaiRotateWebhookSecret',
        summary: 'Replace its secret',
        answer: 'OpenaiWebhookEndpointWithSecret',
        parameters: [id],
        failures: failures(...refusals),
      }),
      requestBody: bodyOf('OpenaiWebhookSecretRotation', false),
    },
  },
  '/v1/webhook_endpoints/{id}/test': {
    post: {
      ...operation({
        operationId: 'openaiTestWebhookEndpoint',
        summary: 'Send it a sample event, once, now',
        answer: 'OpenaiWebhookEndpointTestResult',
        parameters: [id],
        failures: failures(...refusals),
      }),
      requestBody: bodyOf('OpenaiWebhookEndpointTest'),
    },
  },
}
