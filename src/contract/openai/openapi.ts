/** What the OpenAPI document says of /v1. */
import type { z } from 'zod'
import { eventResponses, type Json, lastEventId, queryParameters, reference } from '../openapi-parts.ts'
import { openaiCreateCharacter } from './character.ts'
import { openaiCreateVideo } from './create-video.ts'
import { openaiEditVideo, openaiExtendVideo, openaiRemixVideo } from './derive-video.ts'
import { openaiContentQuery, openaiListQuery } from './list-query.ts'
import { derivePaths } from './openapi-derive.ts'
import { bodyOf, failures, id, operation } from './openapi-operation.ts'
import { webhookPaths } from './openapi-webhooks.ts'
import {
  newWebhookEndpoint,
  webhookEndpointChange,
  webhookEndpointTest,
  webhookSecretRotation,
} from './webhook-endpoints.ts'

export { openaiAnswers } from './openapi-operation.ts'

export const openaiRequests = {
  OpenaiCreateVideo: openaiCreateVideo,
  OpenaiRemixVideo: openaiRemixVideo,
  OpenaiEditVideo: openaiEditVideo,
  OpenaiExtendVideo: openaiExtendVideo,
  OpenaiCreateCharacter: openaiCreateCharacter,
  OpenaiNewWebhookEndpoint: newWebhookEndpoint,
  OpenaiWebhookEndpointChange: webhookEndpointChange,
  OpenaiWebhookSecretRotation: webhookSecretRotation,
  OpenaiWebhookEndpointTest: webhookEndpointTest,
}

const query = (schema: z.ZodObject): Json[] => queryParameters(schema)

const createBody = bodyOf('OpenaiCreateVideo', 'input_reference')

const { responses: contentResponses, ...contentCall } = operation({
  operationId: 'openaiGetContent',
  summary: 'The film, its thumbnail or a sheet of its frames',
  description: 'Range and conditional requests work. A video that is not ready is a 404.',
  answer: 'OpenaiError',
  parameters: [id, ...query(openaiContentQuery)],
  failures: failures('invalid_parameters', 'no_api', 'not_acquired'),
})

const bytes = { 'video/mp4': {}, 'image/webp': {}, 'image/jpeg': {} }

export const openaiPaths: Json = {
  '/v1/videos': {
    post: {
      ...operation({
        operationId: 'openaiCreateVideo',
        summary: 'Make a video',
        description:
          'Answers at once. A client’s own retry (`x-stainless-retry-count` above 0) of the same body within ten minutes ' +
          'gives the same video.',
        answer: 'OpenaiVideo',
        failures: failures('invalid_parameters', 'not_offered', 'not_acquired', 'used_up', 'content_too_large'),
      }),
      parameters: [
        {
          name: 'Prefer',
          in: 'header',
          required: false,
          description: '`wait=N` holds the call until the video has ended, N seconds at most.',
          schema: { type: 'string' },
        },
      ],
      requestBody: createBody,
    },
    get: operation({
      operationId: 'openaiListVideos',
      summary: 'The account’s videos',
      answer: 'OpenaiVideoList',
      parameters: query(openaiListQuery),
      failures: failures('invalid_parameters', 'not_acquired'),
    }),
  },
  '/v1/videos/sync': {
    post: {
      operationId: 'openaiCreateVideoSync',
      summary: 'Make a video and answer with the film itself',
      description: 'Held open until it is there; `x-video-id`, `x-model` and `x-inference-time-s` say what it is.',
      tags: ['Videos (OpenAI)'],
      requestBody: createBody,
      responses: {
        200: { description: 'The film.', content: { 'video/mp4': {} } },
        ...failures(
          'invalid_parameters',
          'not_offered',
          'not_acquired',
          'used_up',
          'content_too_large',
          'cancelled',
          'timeout',
        ),
      },
    },
  },
  ...derivePaths,
  '/v1/videos/{id}': {
    get: operation({
      operationId: 'openaiRetrieveVideo',
      summary: 'A video',
      answer: 'OpenaiVideo',
      parameters: [id],
      failures: failures('not_acquired', 'no_api'),
    }),
    delete: operation({
      operationId: 'openaiDeleteVideo',
      summary: 'Delete a video; one under way is cancelled first',
      answer: 'OpenaiDeletedVideo',
      parameters: [id],
      failures: failures('not_acquired', 'no_api'),
    }),
  },
  '/v1/videos/{id}/cancel': {
    post: operation({
      operationId: 'openaiCancelVideo',
      summary: 'Cancel a video; one that has ended stays as it is',
      answer: 'OpenaiVideo',
      parameters: [id],
      failures: failures('invalid_parameters', 'not_acquired', 'no_api', 'content_too_large'),
    }),
  },
  '/v1/videos/{id}/content': {
    get: {
      ...contentCall,
      responses: {
        ...(contentResponses as Json),
        200: { description: 'The file.', content: bytes },
        206: { description: 'The range asked for.', content: bytes },
        302: { description: 'The file is behind this link of the bucket that films are kept in.' },
        304: { description: 'Unchanged.' },
        416: { description: 'No such range.' },
      },
    },
  },
  '/v1/videos/{id}/events': {
    get: {
      operationId: 'openaiVideoEvents',
      summary: 'Its progress as it happens',
      tags: ['Videos (OpenAI)'],
      parameters: [id, lastEventId],
      responses: { ...eventResponses(reference('OpenaiVideo')), ...failures('not_acquired', 'no_api') },
    },
  },
  ...webhookPaths,
  '/v1/models': {
    get: operation({
      operationId: 'openaiListModels',
      summary: 'The models that are configured, with what they can do',
      answer: 'OpenaiModelList',
      failures: failures(),
    }),
  },
  '/v1/models/{id}': {
    get: operation({
      operationId: 'openaiRetrieveModel',
      summary: 'A model',
      answer: 'OpenaiModel',
      parameters: [id],
      failures: failures('no_api'),
    }),
  },
}
