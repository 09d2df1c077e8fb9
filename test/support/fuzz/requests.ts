/** Requests as nobody's client would make them, for every reader of this server: what fast-check shrinks when one breaks it. */
import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { anything, bodyOf, headerText, jsonOf, text } from './values.ts'

/** What makes a request reach further than the first check. */
export interface Known {
  authorization: string
  /** A good signed link's path with its query. */
  link: string
  taskId: string
  videoId: string
}

/** No prompt here makes a film: what fits fails, so that the run is of readers and not of engines. */
const commonFields = (known: Known) => ({
  prompt: ['[fail]', '[fail]', 7, '[forbid: no]'],
  model: ['sora-2', 'sora-2-pro'],
  seed: [1, '7', -1],
  async: [true, 'true'],
  callback_url: ['http://', 'ftp://x', 'javascript:1'],
  id: [known.taskId, known.videoId, 'x'],
})

const jsonBodies = (known: Known): fc.Arbitrary<InjectOptions> => {
  const { prompt, model, seed, async, callback_url, id } = commonFields(known)
  const routes: [string, Record<string, readonly unknown[]>][] = [
    [
      '/sora/videos',
      {
        prompt: prompt.slice(2),
        model,
        seed,
        async,
        callback_url,
        version: ['1.0', '2.0', 2],
        duration: [10, '15', 25],
        seconds: ['4', 8],
        size: ['small', 'large', '720x1280'],
        orientation: ['landscape', 'portrait'],
        image_urls: [[], ['data:,x'], ['data:image/png;base64,AAAA']],
        timeout: [0],
        callback_secret: ['x'],
      },
    ],
    [
      '/sora/tasks',
      {
        id: [id[0]],
        ids: [[id[0]], []],
        action: ['retrieve', 'retrieve_batch', 'x'],
        trace_id: ['x'],
        offset: [0, -1],
        limit: [1, 1e9],
      },
    ],
    [
      '/v1/videos',
      {
        prompt: prompt.slice(2),
        model,
        seed,
        seconds: ['4', 8],
        size: ['720x1280'],
        input_reference: [{}, { image_url: 'data:,x' }, { file_id: id[0] }],
        characters: [[], [{ id: 'x' }]],
      },
    ],
    ['/v1/videos/edits', { prompt: prompt.slice(2), video: [{ id: known.videoId }, {}], size: ['720x1280'] }],
    ['/v1/videos/extensions', { prompt: prompt.slice(2), video: [{ id: known.videoId }], seconds: ['4'] }],
    [`/v1/videos/${known.videoId}/remix`, { prompt: prompt.slice(2) }],
    [
      '/v1/webhook_endpoints',
      { name: ['x'], url: ['ftp://x', 'http://'], event_types: [['video.completed'], ['x'], []], enabled: [true] },
    ],
    ['/api/v1/session', { email: ['a@b.c'], password: ['x'] }],
  ]
  return fc.oneof(
    ...routes.map(([url, fields]) =>
      jsonOf(fc.oneof({ weight: 8, arbitrary: bodyOf(fields) }, { weight: 1, arbitrary: anything })).map(
        (payload): InjectOptions => ({ method: 'POST', url, headers: { 'content-type': 'application/json' }, payload }),
      ),
    ),
  )
}

/** Forms with parts that are cut, nested, repeated, without a name, or of another boundary. */
const forms: fc.Arbitrary<InjectOptions> = fc
  .record({
    url: fc.constantFrom('/v1/videos', '/v1/videos/characters', '/v1/videos/edits', '/api/v1/files'),
    boundary: fc.constantFrom('b', 'b', 'b', '', '-', 'b b', '"b"', 'x'.repeat(200)),
    parts: fc.array(
      fc.record({
        name: fc.oneof(
          fc.constantFrom(
            'prompt',
            'model',
            'seconds',
            'size',
            'file',
            'input_reference',
            'input_reference[image_url]',
            'video',
            'video[id]',
            'a[b][c][]',
            '__proto__[x]',
            'constructor[prototype][x]',
            '',
          ),
          headerText,
        ),
        file: fc.option(fc.oneof(fc.constantFrom('a.png', '../a', 'a\\..\\b', ''), headerText)),
        type: fc.option(
          fc.oneof(fc.constantFrom('image/png', 'video/mp4', 'multipart/mixed; boundary=b', ''), headerText),
        ),
        value: fc.oneof(text, fc.constantFrom('[fail]', 'sora-2', '4', '--b', '--b--', '\r\n--b\r\n')),
      }),
      { maxLength: 6 },
    ),
    end: fc.constantFrom('--b--\r\n', '--b--', '--b', '', '\r\n'),
    cut: fc.option(fc.nat({ max: 400 }), { freq: 3 }),
  })
  .map(({ url, boundary, parts, end, cut }) => {
    const written = parts.map(({ name, file, type, value }) => {
      const filename = file === null ? '' : `; filename="${file}"`
      const kind = type === null ? '' : `content-type: ${type}\r\n`
      return `--b\r\ncontent-disposition: form-data; name="${name}"${filename}\r\n${kind}\r\n${value}\r\n`
    })
    const payload = Buffer.from(written.join('') + end)
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return { method: 'POST', url, headers, payload: cut === null ? payload : payload.subarray(0, cut) }
  })

/** The injector parses addresses itself, and stumbles over some that no socket would carry. */
const isPath = (url: unknown): boolean =>
  typeof url === 'string' && /^\/(?!\/)/.test(url) && URL.canParse(url, 'http://x')

/** A good link with some of its characters changed, its query twice, in another order or for another file. */
export const changedLinks = (known: Known): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.oneof(
        fc.constantFrom('', '/', '..', '%2e%2e', '%2f', '%00', '0', '&expires=9999999999', '&signature=x', '#', '?'),
        fc.string({ maxLength: 3 }),
      ),
    )
    .map(([at, taken, put]) => {
      const from = at % (known.link.length + 1)
      return known.link.slice(0, from) + put + known.link.slice(from + taken)
    })
    .filter(isPath)

export const ranges: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.option(fc.nat({ max: 100_000 })), fc.option(fc.nat({ max: 100_000 })))
    .map(([a, b]) => `bytes=${a ?? ''}-${b ?? ''}`),
  fc
    .array(fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 9999 })), { maxLength: 40 })
    .map((all) => `bytes=${all.map(([a, b]) => `${a}-${b}`).join(',')}`),
  fc.constantFrom(
    'bytes=',
    'bytes',
    'bytes=-',
    'bytes=--1',
    'bytes=1-x',
    'items=0-1',
    'bytes=0-0,-1',
    'bytes=99999999999999999999-',
    'bytes=-99999999999999999999',
    'bytes=0x0-0x1',
    'bytes= 0 - 1 ',
  ),
  headerText,
)

const queries = (known: Known): fc.Arbitrary<InjectOptions> => {
  const value = fc.oneof(
    text,
    fc.constantFrom(
      '1',
      '0',
      '-1',
      '1e9',
      '20',
      'asc',
      'desc',
      known.videoId,
      known.taskId,
      '2026-01-01',
      'video',
      'spritesheet',
    ),
  )
  const name = fc.constantFrom(
    'after',
    'limit',
    'order',
    'variant',
    'cursor',
    'from',
    'to',
    'limit[]',
    'after[x]',
    'expires',
    'signature',
    '__proto__',
  )
  const url = fc.oneof(
    fc.constantFrom(
      '/v1/videos',
      `/v1/videos/${known.videoId}`,
      `/v1/videos/${known.videoId}/content`,
      '/v1/models',
      '/v1/webhook_endpoints',
      '/api/v1/tasks',
      '/api/v1/usage',
      '/files/x',
      '/healthz',
      '/metrics',
      '/console',
    ),
    fc.webPath(),
    text.map((one) => `/v1/videos/${encodeURIComponent(one.toWellFormed())}`),
    headerText.map((one) => `/${one.replace(/[ #?]/g, '')}`),
  )
  return fc
    .tuple(
      fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'DELETE', 'OPTIONS', 'PUT', 'PATCH'),
      url,
      fc.array(fc.tuple(name, value), { maxLength: 4 }),
    )
    .filter(([method, path]) => method !== 'DELETE' || !path.includes(known.videoId))
    .map(([method, path, pairs]) => {
      const query = pairs.map(([key, one]) => `${key}=${encodeURIComponent(one.toWellFormed())}`).join('&')
      return { method: method as 'GET', url: query ? `${path}?${query}` : path }
    })
}

const tools = (known: Known): fc.Arbitrary<InjectOptions> => {
  const names = [
    'sora_generate_video',
    'sora_generate_video_from_image',
    'sora_get_task',
    'sora_get_tasks_batch',
    'sora_cancel_task',
    'sora_list_models',
    'x',
  ]
  const call = fc.record(
    {
      name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anything }),
      arguments: fc.oneof(
        {
          weight: 5,
          arbitrary: bodyOf({
            task_id: ['x', known.taskId],
            task_ids: [['x']],
            image_urls: [['data:,x']],
            duration: [10],
            prompt: [7, ''],
          }),
        },
        { weight: 1, arbitrary: anything },
      ),
      _meta: anything,
    },
    { requiredKeys: [] },
  )
  const message = fc.record(
    {
      jsonrpc: fc.constantFrom('2.0', '2.0', '2.0', '1.0', 2),
      id: fc.oneof(fc.constant(1), anything),
      method: fc.constantFrom(
        'tools/call',
        'tools/call',
        'tools/list',
        'initialize',
        'resources/read',
        'prompts/get',
        'ping',
        'x',
      ),
      params: fc.oneof({ weight: 5, arbitrary: call }, { weight: 1, arbitrary: anything }),
    },
    { requiredKeys: ['jsonrpc'] },
  )
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  return jsonOf(
    fc.oneof({ weight: 6, arbitrary: message }, { weight: 1, arbitrary: fc.array(message, { maxLength: 3 }) }),
  ).map((payload): InjectOptions => ({ method: 'POST', url: '/mcp', headers, payload }))
}

/** Any request; most carry a good key, so that they reach what is behind it. */
export function requests(known: Known): fc.Arbitrary<InjectOptions> {
  const request = fc.oneof(
    { weight: 6, arbitrary: jsonBodies(known) },
    { weight: 3, arbitrary: forms },
    { weight: 2, arbitrary: tools(known) },
    { weight: 4, arbitrary: queries(known) },
    { weight: 2, arbitrary: changedLinks(known).map((url): InjectOptions => ({ method: 'GET', url })) },
    {
      weight: 1,
      arbitrary: ranges.map((range): InjectOptions => ({ method: 'GET', url: known.link, headers: { range } })),
    },
  )
  const strange = fc.dictionary(
    fc.constantFrom(
      'accept',
      'content-type',
      'idempotency-key',
      'origin',
      'cookie',
      'if-range',
      'if-none-match',
      'x-forwarded-for',
      'authorization',
      'accept-encoding',
      'range',
      'last-event-id',
    ),
    headerText,
    { maxKeys: 2 },
  )
  return fc
    .tuple(
      request.filter(({ url }) => isPath(url)),
      fc.option(strange, { freq: 4 }),
    )
    .map(([one, more]) => ({
      ...one,
      headers: { authorization: known.authorization, ...one.headers, ...more } as Record<string, string>,
    }))
}
