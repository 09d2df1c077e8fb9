import type { FastifyInstance } from 'fastify'

/**
 * What tells browsers to do nothing with an answer but show it; a page says its own content security policy. Whether there
 * is TLS is the proxy's to say. OWASP, HTTP Security Response Headers Cheat Sheet.
 */
const protectiveHeaders = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  // Films and thumbnails are embedded by other sites' pages.
  'cross-origin-resource-policy': 'cross-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}

/** Sets them as the same texts for all answers: a call that is held keeps its answer's headers for as long. */
export function registerProtectiveHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(protectiveHeaders)
    next()
  })
}
