import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { openapiDocument } from '../contract/openapi.ts'
import { packageVersion } from '../version.ts'

/** The page loads its script, styles and the document from this server alone. */
const pagePolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self' data:; connect-src 'self'; media-src 'self'; frame-ancestors 'none'"

/** A film strip. */
const favicon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#e4572e" d="M1 2h14v12H1z"/>' +
    '<path stroke="#fff" stroke-width="1.6" stroke-dasharray="1.6 1.6" d="M1 4h14M1 12h14"/></svg>',
)}`

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
      configuration: {
        title: 'Rushes API',
        content: document,
        favicon,
        withDefaultFonts: false,
        // Nothing that leads to somebody else's service.
        telemetry: false,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
        hideClientButton: true,
      },
    })
  })
}
