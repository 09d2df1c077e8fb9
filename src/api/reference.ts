import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { openapiDocument } from '../contract/openapi.ts'
import { packageVersion } from '../version.ts'
import { noncePlaceholder, withNonce } from './page-nonce.ts'

/** The page loads its script, styles and the document from this server alone; what stands in the page itself has the nonce. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * The page's libraries make style elements without the nonce that they are given, and write style attributes. This gives
 * the former the nonce and sets the latter as scripts may under any policy, by `style.cssText`.
 */
const stylesByScript = `<script nonce="${noncePlaceholder}">
  const { createElement } = Document.prototype
  Document.prototype.createElement = function (name, options) {
    const element = createElement.call(this, name, options)
    if (String(name).toLowerCase() === 'style') element.nonce = '${noncePlaceholder}'
    return element
  }
  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (name, value) {
    if (name === 'style' && this.style) this.style.cssText = value
    else setAttribute.call(this, name, value)
  }
  const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...html,
    set(value) {
      html.set.call(this, String(value ?? '').replace(/(<[a-z][^<>]*?\\s)style="/gi, '$1data-style="'))
      for (const element of (this.content ?? this).querySelectorAll('[data-style]')) {
        element.style.cssText = element.dataset.style
        element.removeAttribute('data-style')
      }
    },
  })
</script>`

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
    page.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload !== 'string' || !String(reply.getHeader('content-type')).startsWith('text/html'))
        return payload
      const { html, nonce } = withNonce(payload.replace('<head>', () => `<head>${stylesByScript}`))
      reply.header('content-security-policy', policyWith(nonce))
      return html
    })
    await page.register(scalar, {
      routePrefix: '/docs',
      logLevel: 'silent',
      configuration: {
        title: 'Rushes API',
        content: document,
        favicon,
        nonce: noncePlaceholder,
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
