/**
 * The web console: the files that `npm run build` has made, and index.html for every page of its own. It uses the API
 * like anybody else; nothing here knows what it shows.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { withNonce } from './page-nonce.ts'

const directory = join(import.meta.dirname, '..', '..', 'console', 'dist')
const notBuilt =
  'The web console was not built; "npm run build" does that, then start the server again. The API is here all the same: ' +
  'its reference is at /docs.\n'

/** Paths that belong to programs: what is not there is told in JSON. */
const apiPath = /^\/(api|sora|v1|files|inbox|docs|mcp|healthz|readyz|metrics|openapi\.json)(\/|$)/
/** A file beside index.html, such as /favicon.svg. */
const rootFile = /^\/([a-z0-9][a-z0-9-]*\.(svg|png|jpg|mp4|ico|txt|webmanifest|woff2))$/

export interface ConsolePages {
  /** Answers a request that no route has; undefined when it is none of the console's. */
  answer(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined
}

/** Scripts and data come from here alone, styles too, or have the nonce; pictures and films also from where references live. */
function policyOf(publicUrl: string, nonce: string): string {
  const { origin } = new URL(publicUrl)
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' ${origin} blob: data: https:`,
    `media-src 'self' ${origin} blob: data: https:`,
    "font-src 'self' data:",
    `connect-src 'self' ${origin}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Serves the console from `root`, by default where it is built. Needs reply.sendFile of @fastify/static. */
export function registerConsole(app: FastifyInstance, publicUrl: string, root = directory): ConsolePages {
  const isBuilt = existsSync(join(root, 'index.html'))

  // Their names change with what is in them.
  app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, root, { cacheControl: true, immutable: true, maxAge: '365d' }),
  )

  return {
    answer(request, reply) {
      const path = request.url.split('?')[0] ?? '/'
      if ((request.method !== 'GET' && request.method !== 'HEAD') || apiPath.test(path)) return undefined
      const file = rootFile.exec(path)?.[1]
      if (file !== undefined && existsSync(join(root, file))) return reply.sendFile(file, root)
      if (path !== '/' && !/text\/html/.test(request.headers.accept ?? '')) return undefined
      if (!isBuilt) return reply.type('text/plain; charset=utf-8').send(notBuilt)
      const { html, nonce } = withNonce(readFileSync(join(root, 'index.html'), 'utf8'))
      reply.headers({ 'content-security-policy': policyOf(publicUrl, nonce), 'cache-control': 'no-cache' })
      return reply.type('text/html; charset=utf-8').send(html)
    },
  }
}
