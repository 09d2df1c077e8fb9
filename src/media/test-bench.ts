import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGuardedFetch } from '../net/guarded-fetch.ts'
import { startTestServer } from '../net/test-server.ts'
import { createMedia, type Media, type MediaLimits } from './media.ts'

/** Everything a media test needs: a folder of its own, a host that serves what `serve` was told, and a Media. */
export interface TestBench {
  media: Media
  path: (name: string) => string
  /** What lies in the folder, sorted. */
  files: () => Promise<string[]>
  /** Puts bytes on the host and gives their URL; unknown paths answer 404. */
  serve: (name: string, body: Uint8Array | string, contentType?: string) => string
  [Symbol.asyncDispose](): Promise<void>
}

export async function createTestBench(limits: Partial<MediaLimits> = {}): Promise<TestBench> {
  const folder = await mkdtemp(join(tmpdir(), 'rushes-media-'))
  const bodies = new Map<string, { body: Uint8Array | string; contentType: string }>()
  const host = await startTestServer((request, response) => {
    const found = bodies.get(request.url ?? '')
    if (!found) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>not here</html>')
    response.writeHead(200, { 'content-type': found.contentType }).end(found.body)
  })
  const guardedFetch = createGuardedFetch({ allowPrivateAddresses: true })
  const media = createMedia({ guardedFetch, limits: { processes: 1, ...limits } })
  return {
    media,
    path: (name) => join(folder, name),
    files: async () => (await readdir(folder)).sort(),
    serve(name, body, contentType = 'application/octet-stream') {
      bodies.set(`/${name}`, { body, contentType })
      return `${host.origin}/${name}`
    },
    async [Symbol.asyncDispose]() {
      await media.close()
      await guardedFetch.close()
      await host[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
