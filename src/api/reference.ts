import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { openapiDocument } from '../contract/openapi.ts'
import { packageVersion } from '../version.ts'

/** The page loads its script, styles and the document from this server alone. */
const pagePolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; media-src 'self'; frame-ancestors 'none'"

/** GET /openapi.json, and GET /docs, a page to read and try it. */
export async function registerReference(app: FastifyInstance): Promise<void> {
  const document = openapiDocument(packageVersion)
  app.get('/openapi.json', async () => document)

  await app.register(async (page) => {
    page.addHook('onSend', async (request, reply) => {
      if (request.url.startsWith('/docs')) reply.header('content-security-policy', pagePolicy)
    })
    await page.register(scalar, {
      routePrefix: '/docs',
      logLevel: 'silent',
      configuration: { title: 'Rushes API', content: document, withDefaultFonts: false, telemetry: false },
    })
  })
}
