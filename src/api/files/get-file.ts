/** GET and HEAD /files/<key>: what is behind the signed links. Ranges, ETags and conditional requests work. */
import type { FastifyInstance } from 'fastify'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { sendFile } from './send-file.ts'

/** A browser that opens a film shows it in a page of its own making, which must be let show it. */
const playerPolicy =
  "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors *"

export function registerFiles(app: FastifyInstance, { dispatch }: ApiContext): void {
  const { links } = dispatch

  app.get<{ Params: { '*': string }; Querystring: { expires?: unknown; signature?: unknown } }>(
    '/files/*',
    async (request, reply) => {
      const key = request.params['*']
      const verdict = links.verify(key, request.query)
      if (verdict === 'expired') throw new RushesError('forbidden', 'This link has expired.')
      if (verdict === 'invalid') throw new RushesError('forbidden', 'This link is not signed by this server.')
      const headers = {
        'cache-control': 'private, max-age=3600',
        'content-disposition': 'inline',
        'content-security-policy': playerPolicy,
      }
      const expiresAt = new Date(Number(request.query.expires) * 1000)
      return sendFile(request, reply, dispatch, key, { expiresAt, headers })
    },
  )
}
