/** The OpenAPI 3.1 document of the server, made from the same schemas that check its requests. */
import { z } from 'zod'
import { type ErrorKind, errorKinds } from '../errors.ts'
import { priceAnswer } from './management/applications.ts'
import {
  managementAnswers,
  managementOperations,
  managementRequests,
  type Operation,
  type Who,
} from './management/operations.ts'
import { mcpAnswers, mcpPaths, mcpRequests } from './mcp/openapi.ts'
import { openaiAnswers, openaiPaths, openaiRequests } from './openai/openapi.ts'
import {
  answer,
  eventResponses,
  failuresOf,
  type Json,
  json,
  lastEventId,
  queryParameters,
  reference,
} from './openapi-parts.ts'
import {
  acknowledgement,
  deletedTask,
  failure,
  finishedVideo,
  progressLine,
  running,
  success,
  taskBatch,
  taskRecord,
} from './sora/answers.ts'
import { createVideoV1, createVideoV2 } from './sora/create-video.ts'
import { taskQuery } from './sora/task-query.ts'
import { taskProgress } from './task-progress.ts'

const requests = {
  CreateVideoV1: createVideoV1,
  CreateVideoV2: createVideoV2,
  TaskQuery: taskQuery,
  ...openaiRequests,
  ...mcpRequests,
  ...managementRequests,
}
const answers = {
  FinishedVideo: finishedVideo,
  Success: success,
  Acknowledgement: acknowledgement,
  Failure: failure,
  Price: priceAnswer,
  Running: running,
  ProgressLine: progressLine,
  TaskProgress: taskProgress,
  TaskRecord: taskRecord,
  TaskBatch: taskBatch,
  DeletedTask: deletedTask,
  ...openaiAnswers,
  ...mcpAnswers,
  ...managementAnswers,
}

const ref = (name: keyof typeof requests | keyof typeof answers): Json => reference(name)

/** The document as an object; `version` is the server's. */
export function openapiDocument(version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rushes',
      version,
      description: 'A self-hosted video generation server that speaks the Sora Videos API.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server' }],
    security: [{ key: [] }, { session: [] }],
    tags: [
      { name: 'Videos', description: 'Make videos and look their tasks up.' },
      { name: 'Videos (OpenAI)', description: 'The same by the protocol of the `openai` SDKs.' },
      { name: 'Agents', description: 'The same by the Model Context Protocol.' },
      ...[...new Set(managementOperations.map(({ tag }) => tag))].map((name) => ({ name })),
      { name: 'Server' },
    ],
    paths: {
      '/sora/videos': { post: createVideoOperation },
      '/sora/tasks': { post: tasksOperation },
      '/sora/tasks/{id}': {
        delete: endTaskOperation('deleteTask', 'Delete a task; one under way is cancelled first', 'DeletedTask'),
      },
      '/sora/tasks/{id}/cancel': { post: endTaskOperation('cancelTask', 'Cancel a task', 'CancelledTask') },
      '/sora/tasks/{id}/events': { get: taskEventsOperation },
      ...openaiPaths,
      ...mcpPaths,
      '/files/{key}': { get: fileOperation },
      ...managementPaths(),
      '/inbox/{token}': { post: inboxOperation },
      '/healthz': { get: healthOperation('The process is up.') },
      '/readyz': { get: healthOperation('The process can take work.') },
    },
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key, `rushes_…`.' },
        session: { type: 'apiKey', in: 'cookie', name: 'rushes.session_token', description: 'Set by logging in.' },
        operator: { type: 'http', scheme: 'bearer', description: 'The token that the command line derives.' },
      },
      schemas: {
        ...schemasOf(requests, 'input'),
        ...schemasOf(answers, 'output'),
      },
    },
  }
}

const createVideoOperation: Json = {
  operationId: 'createVideo',
  summary: 'Make a video',
  description:
    'Held open until the video is there, unless `callback_url` or `async` asks for the task id at once. With ' +
    '`accept: application/x-ndjson` progress comes as one JSON object a line and the result as the last.',
  tags: ['Videos'],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'The same key with the same body gives the same task.',
      schema: { type: 'string', maxLength: 255 },
    },
    {
      name: 'dry_run',
      in: 'query',
      required: false,
      description: 'Check and price the request; make nothing.',
      schema: { type: 'boolean' },
    },
  ],
  requestBody: { required: true, content: json({ anyOf: [ref('CreateVideoV1'), ref('CreateVideoV2')] }) },
  responses: {
    200: {
      ...answer('The video, or the task id when it was asked for at once, or the price of a dry run.', {}),
      content: {
        ...json({ anyOf: [ref('Success'), ref('Acknowledgement'), ref('Price')] }),
        'application/x-ndjson': {
          schema: { anyOf: [ref('ProgressLine'), ref('Success'), ref('Failure'), ref('Acknowledgement')] },
        },
      },
    },
    ...failures([
      'invalid_parameters',
      'not_offered',
      'invalid_token',
      'not_acquired',
      'used_up',
      'forbidden',
      'cancelled',
      'content_too_large',
      'too_many_requests',
      'timeout',
    ]),
  },
  callbacks: {
    outcome: {
      '{$request.body#/callback_url}': {
        post: {
          summary: 'The outcome of a task with a callback_url',
          requestBody: { required: true, content: json({ anyOf: [ref('Success'), ref('Failure')] }) },
          responses: { '2XX': { description: 'Ends the delivery; anything else is tried again.' } },
        },
      },
    },
  },
}

const tasksOperation: Json = {
  operationId: 'tasks',
  summary: 'Look tasks up, cancel or delete one',
  description: 'An unknown id, or somebody else’s, gives an empty object.',
  tags: ['Videos'],
  requestBody: { required: true, content: json(ref('TaskQuery')) },
  responses: {
    200: answer('A record, a batch, or what was cancelled or deleted.', {
      anyOf: [
        ref('TaskRecord'),
        ref('TaskBatch'),
        ref('CancelledTask'),
        ref('DeletedTask'),
        { type: 'object', maxProperties: 0 },
      ],
    }),
    ...failures(['invalid_parameters', 'invalid_token', 'not_acquired', 'forbidden', 'content_too_large']),
  },
}

const taskId: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

const endTaskOperation = (operationId: string, summary: string, schema: 'CancelledTask' | 'DeletedTask'): Json => ({
  operationId,
  summary,
  tags: ['Videos'],
  parameters: [taskId],
  responses: {
    200: answer(summary, ref(schema)),
    ...failures(['invalid_parameters', 'invalid_token', 'not_acquired', 'forbidden', 'no_api', 'content_too_large']),
  },
})

const taskEventsOperation: Json = {
  operationId: 'taskEvents',
  summary: 'A task’s progress as it happens',
  tags: ['Videos'],
  parameters: [taskId, lastEventId],
  responses: {
    ...eventResponses({ anyOf: [ref('Success'), ref('Failure')] }),
    ...failures(['invalid_token', 'not_acquired', 'no_api']),
  },
}

const fileOperation: Json = {
  operationId: 'getFile',
  summary: 'A file behind a signed link',
  description: 'HEAD, Range and conditional requests work.',
  tags: ['Videos'],
  security: [],
  parameters: [
    { name: 'key', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'expires', in: 'query', required: true, schema: { type: 'integer' } },
    { name: 'signature', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'Range', in: 'header', required: false, schema: { type: 'string' } },
  ],
  responses: {
    200: { description: 'The file.', content: { 'video/mp4': {}, 'image/webp': {} } },
    206: { description: 'The range asked for.', content: { 'video/mp4': {}, 'image/webp': {} } },
    302: {
      description: 'To GET and HEAD alike: the file is behind this link of the bucket that films are kept in.',
      headers: { Location: { required: true, schema: { type: 'string', format: 'uri' } } },
    },
    304: { description: 'Unchanged.' },
    416: { description: 'No such range.' },
    ...failures(['forbidden', 'no_api']),
  },
}

const inboxOperation: Json = {
  operationId: 'postToInbox',
  summary: 'What an inbox shows',
  description: 'Anything may be POSTed; the newest 100 and 64 kB of each are kept.',
  tags: ['Webhooks'],
  security: [],
  parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
  requestBody: { required: false, content: { '*/*': {} } },
  responses: {
    204: { description: 'It is kept.' },
    ...failures(['invalid_parameters', 'no_api', 'content_too_large']),
  },
}

const securityOf: Record<Who, Json[]> = {
  anybody: [],
  caller: [{ session: [] }, { key: [] }, { operator: [] }],
  person: [{ session: [] }, { operator: [] }],
  administrator: [{ session: [] }, { operator: [] }],
}

function managementPaths(): Json {
  const paths: Record<string, Json> = {}
  for (const operation of managementOperations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describeOperation(operation) }
  }
  return paths
}

function describeOperation(operation: Operation): Json {
  const { method, path, who, tag, summary, body, query, form, fails = [], answer: answered } = operation
  const words = path.replace('/api/v1/', '').split(/\W+|_/).filter(Boolean)
  const [, inPath] = /\{(\w+)\}/.exec(path) ?? []
  const parameters = [
    ...(inPath ? [{ name: inPath, in: 'path', required: true, schema: { type: 'string' } }] : []),
    ...(query ? queryParameters(query) : []),
  ]
  return {
    operationId: [method, ...words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)].join(''),
    summary,
    tags: [tag],
    security: securityOf[who],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(ref(body)) } }),
    ...(form && { requestBody: { required: true, content: formWithFile(form) } }),
    responses: {
      200: answered.includes('/')
        ? { description: summary, content: { [answered]: { schema: { type: 'string' } } } }
        : answer(summary, ref(answered as keyof typeof answers)),
      ...failures([
        ...(body || query || form ? (['invalid_parameters'] as const) : []),
        ...(who === 'anybody' ? [] : (['invalid_token'] as const)),
        'forbidden',
        ...(inPath ? (['no_api'] as const) : []),
        ...(body || form ? (['content_too_large'] as const) : []),
        ...(who === 'anybody' && body ? (['too_many_requests'] as const) : []),
        ...fails,
      ]),
    },
  }
}

const formWithFile = (name: string): Json => ({
  'multipart/form-data': {
    schema: { type: 'object', properties: { [name]: { type: 'string', format: 'binary' } }, required: [name] },
  },
})

function healthOperation(description: string): Json {
  const body = { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] }
  return {
    summary: description,
    tags: ['Server'],
    security: [],
    responses: { 200: { description, content: json(body) }, 503: { description: 'Not now.', content: json(body) } },
  }
}

/** The error answers of an operation, one a status, each with its codes and their meaning. */
/** What may go wrong with a call, beside what may go wrong with any. */
function failures(kinds: readonly ErrorKind[]): Json {
  const all = [...kinds, 'api_error', 'unavailable'] as const
  return failuresOf(all, (kind) => `\`${errorKinds[kind].code}\`: ${errorKinds[kind].meaning}`, ref('Failure'))
}

/** JSON Schemas by name; where one holds another, it refers to it. */
function schemasOf(schemas: Record<string, z.ZodType>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // What an error sentence says is allowed; the schema says it already.
      delete jsonSchema.allowed
    },
  }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _dialect, $id: _id, id: _name, ...schema }]) => [name, schema]),
  )
}
