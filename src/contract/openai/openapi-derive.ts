/** What the OpenAPI document says of films made from others, and of characters. */
import type { ErrorKind } from '../../errors.ts'
import { type Json, reference } from '../openapi-parts.ts'
import { bodyOf, failures, id, operation } from './openapi-operation.ts'

const refusals: ErrorKind[] = [
  'invalid_parameters',
  'not_offered',
  'not_acquired',
  'used_up',
  'no_api',
  'content_too_large',
]

export const derivePaths: Json = {
  '/v1/videos/{id}/remix': {
    post: {
      ...operation({
        operationId: 'openaiRemixVideo',
        summary: 'The video again, with other words',
        description: 'What the prompt does not name stays as it is: the seed, the place, who is there, the camera.',
        answer: 'OpenaiVideo',
        parameters: [id],
        failures: failures(...refusals),
      }),
      requestBody: {
        required: true,
        content: { 'application/json': { schema: reference('OpenaiRemixVideo') } },
      },
    },
  },
  '/v1/videos/edits': {
    post: {
      ...operation({
        operationId: 'openaiEditVideo',
        summary: 'A video with another look',
        description: 'Motion, composition and sound stay; style, light, weather and colours change.',
        answer: 'OpenaiVideo',
        failures: failures(...refusals),
      }),
      requestBody: bodyOf('OpenaiEditVideo', 'video'),
    },
  },
  '/v1/videos/extensions': {
    post: {
      ...operation({
        operationId: 'openaiExtendVideo',
        summary: 'A video and what comes after it',
        description: 'The film is the source and the new seconds in one; only the new ones are paid for.',
        answer: 'OpenaiVideo',
        failures: failures(...refusals),
      }),
      requestBody: bodyOf('OpenaiExtendVideo', 'video'),
    },
  },
  '/v1/videos/characters': {
    post: {
      ...operation({
        operationId: 'openaiCreateCharacter',
        summary: 'Keep a clip by a name, to be put into scenes',
        answer: 'OpenaiCharacter',
        failures: failures('invalid_parameters', 'not_acquired', 'content_too_large'),
      }),
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              allOf: [reference('OpenaiCreateCharacter')],
              properties: { video: { type: 'string', format: 'binary' } },
              required: ['video'],
            },
          },
        },
      },
    },
  },
  '/v1/videos/characters/{id}': {
    get: operation({
      operationId: 'openaiGetCharacter',
      summary: 'A character',
      answer: 'OpenaiCharacter',
      parameters: [id],
      failures: failures('not_acquired', 'no_api'),
    }),
  },
}
