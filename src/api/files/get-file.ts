/** GET and HEAD /files/<key>: what is behind the signed links. Ranges, ETags and conditional requests work. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { RushesError } from '../../errors.ts'
import type { Store } from '../../storage/store.ts'
import type { ApiContext } from '../api-context.ts'

/** A browser that opens a film shows it in a page of its own making, which must be let show it. */
const playerPolicy =
  "default-src 'none'; media-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors *"

export function registerFiles(app: FastifyInstance, { dispatch, stopping }: ApiContext): void {
  const { store, links } = dispatch

  app.get<{ Params: { '*': string }; Querystring: { expires?: unknown; signature?: unknown } }>(
    '/files/*',
    async (request, reply) => {
      const key = request.params['*']
      const verdict = links.verify(key, request.query)
      if (verdict === 'expired') throw new RushesError('forbidden', 'This link has expired.')
      if (verdict === 'invalid') throw new RushesError('forbidden', 'This link is not signed by this server.')
      if (!(await store.stat(key, stopping))) throw fileDeleted()
      reply.headers({
        'cache-control': 'private, max-age=3600',
        'content-disposition': 'inline',
        'content-security-policy': playerPolicy,
      })
      return sendFile(reply, store, key, stopping)
    },
  )
}

/** Sends a stored file with its type and length. Throws `no_api` when it is gone. */
export async function sendFile(
  reply: FastifyReply,
  store: Store,
  key: string,
  signal: AbortSignal,
): Promise<FastifyReply> {
  if (store.diskRoot !== null) return reply.sendFile(key, store.diskRoot)
  const opened = await store.open(key, null, signal)
  if (!opened) throw fileDeleted()
  return reply.type(opened.file.contentType).header('content-length', opened.file.bytes).send(opened.body)
}

const fileDeleted = (): RushesError => new RushesError('no_api', 'The file behind this link was deleted.')
