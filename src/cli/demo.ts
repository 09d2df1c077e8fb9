import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { download, makeVideo } from './make-video.ts'
import { createProgressBar } from './progress-bar.ts'
import { openSession, type ServerSession } from './server-session.ts'

/** The first request of the integration guide. */
const guideRequest = {
  size: 'large',
  duration: 15,
  orientation: 'landscape',
  prompt: 'cat running on the river',
  model: 'sora-2',
}
const keyName = 'demo'

/** rushes demo: the guide's own request against a server of one's own, from nothing to a film. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('make the first video of the guide and show how to repeat it')
    .option('-o, --output <file>', 'where the video is saved', 'rushes-demo.mp4')
    .action(async ({ output }: { output: string }) => {
      const interrupted = new AbortController()
      process.once('SIGINT', () => interrupted.abort(new Error('interrupted')))
      const path = resolve(output)
      process.stderr.write(`\n  "${guideRequest.prompt}", ${guideRequest.duration} seconds, with sound\n\n`)
      await using session = await openSession(await readConfig(process.env))
      const earlier = (await session.listKeys()).filter(
        ({ name, revoked_at }) => name === keyName && revoked_at === null,
      )
      const { token } = await session.createKey(keyName)
      // One demo key is enough: the next run replaces it, since a key cannot be shown twice.
      for (const { id } of earlier) await session.revokeKey(id)
      const bar = createProgressBar(process.stderr)
      const video = await makeVideo({ url: session.url, key: token }, guideRequest, bar.show, interrupted.signal)
      await download(video.videoUrl, path, interrupted.signal)
      bar.show(100, 'saved')
      bar.done()
      const { size } = await stat(path)
      process.stdout.write(summary(path, size, session, token))
    })
}

function summary(path: string, bytes: number, { url, own }: ServerSession, key: string): string {
  const { port } = new URL(url)
  const command = port === (process.env.PORT ?? '8080') ? 'npm start' : `PORT=${port} npm start`
  const start = own
    ? `  Start the server again:\n\n    ${command}\n\n  then repeat the request`
    : '  Repeat the request'
  return `
  film    ${path} (${(bytes / 1e6).toFixed(1)} MB)
  server  ${url}
  key     ${key}

${start}:

    curl -X POST '${url}/sora/videos' \\
      -H 'accept: application/json' \\
      -H 'authorization: Bearer ${key}' \\
      -H 'content-type: application/json' \\
      -d '${JSON.stringify(guideRequest)}'

`
}
