import { FetchError, type GuardedFetch } from '../net/guarded-fetch.ts'
import type { LinkSigner } from './signed-url.ts'
import type { Store } from './store.ts'

/**
 * A way out that reads what is behind the signed links of this very server from its store: such a link works as a
 * reference wherever the server lives.
 */
export function withOwnLinks(outside: GuardedFetch, links: LinkSigner, store: Store): GuardedFetch {
  return {
    async request(url, request, signal) {
      const own = links.parse(url)
      if (own === undefined || (request.method ?? 'GET') !== 'GET') return outside.request(url, request, signal)
      if (own.verdict !== 'ok') throw new FetchError('status', 'this link of ours has expired or is not signed by us')
      const opened = await store.open(own.key, null, signal)
      if (!opened) throw new FetchError('status', 'the file behind this link of ours was deleted')
      const { file, body } = opened
      if (file.bytes > request.maxBytes) {
        body.destroy()
        throw new FetchError('too_large', `the file has ${file.bytes} bytes; at most ${request.maxBytes} are allowed`)
      }
      const headers = { 'content-type': file.contentType, 'content-length': String(file.bytes) }
      return { status: 200, headers, url, body }
    },
    checkUrl(url) {
      if (links.parse(url) === undefined) outside.checkUrl(url)
    },
    close: () => outside.close(),
  }
}
