import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { startTestServer, type TestServer } from '../support/server.ts'

type Document = {
  openapi: string
  paths: Record<string, Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>>
  components: { schemas: Record<string, unknown> }
}

let server: TestServer
let document: Document

before(async () => {
  server = await startTestServer()
  document = (await server.inject({ url: '/openapi.json' })).json()
})
after(() => server[Symbol.asyncDispose]())

test('the document and the server have the same operations', () => {
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = servedRoutes(server.context.app.printRoutes({ commonPrefix: false })).filter(
    (route) => /^(GET|POST|DELETE|PUT|PATCH) /.test(route) && !/ \/(docs|openapi\.json)/.test(route),
  )
  // fastify's tree leaves out routes that end in a wildcard.
  if (server.context.app.hasRoute({ method: 'GET', url: '/files/*' })) served.push('GET /files/{key}')
  assert.deepEqual(served.sort(), documented.sort())
})

test('every reference in the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference)
  assert.ok(references.length > 10)
  for (const reference of references) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(reference ?? '')?.[1]
    assert.ok(name && name in document.components.schemas, reference)
  }
})

test('it is an OpenAPI 3.1 document by the validator of the specification, of both doors and of every other route', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  assert.ok(valid, JSON.stringify(errors))
  assert.equal(document.openapi, '3.1.0')
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      assert.ok(Object.keys(operation.responses).length > 0, `${method} ${path} has no answers`)
      if (method === 'post' && path.startsWith('/sora/') && !path.endsWith('/cancel'))
        assert.ok(operation.requestBody, `${method} ${path} has no body`)
    }
  }
})

test('the documented choices are the ones that are checked', () => {
  const { CreateVideoV1, CreateVideoV2 } = document.components.schemas as Record<
    string,
    { properties: Record<string, { enum?: unknown[] }> }
  >
  assert.deepEqual(CreateVideoV1?.properties.duration?.enum, [10, 15, 25])
  assert.deepEqual(CreateVideoV2?.properties.duration?.enum, [4, 8, 12])
  assert.deepEqual(CreateVideoV2?.properties.size?.enum, ['720x1280', '1280x720', '1024x1792', '1792x1024'])
})

test('the reference page is served', async () => {
  const page = await server.inject({ url: '/docs/' })
  assert.equal(page.statusCode, 200)
  assert.match(String(page.headers['content-type']), /^text\/html/)
})

/** Reads fastify's tree of routes, four characters a level, as `METHOD /path/{parameter}`. */
function servedRoutes(tree: string): string[] {
  const path: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', , methods = ''] = /^([│├└─\s]*)(\S+)( \((.+)\))?$/.exec(line) ?? []
    path.splice(Math.max(0, Math.floor(indent.length / 4) - 1), path.length, part)
    const url = path.join('').replace(/:(\w+)/g, '{$1}')
    return methods.split(', ').map((method) => `${method} ${url}`)
  })
}
