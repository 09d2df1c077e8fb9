/**
 * npm run bench -- downloads [at once] [megabytes]: one kept film read many times at once, beside nginx with the same
 * file, in turns, by the same reader in a process of its own. Needs Debian's nginx-light, or another nginx.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createLinkSigner } from '../src/storage/signed-url.ts'
import type { FetchReport } from './fetch-all.ts'
import { runFork } from './fork.ts'
import { median } from './median.ts'
import { usageOf } from './process-usage.ts'
import { say } from './say.ts'
import { startBenchServer } from './server.ts'

const key = 'tasks/bench/video.mp4'
const secret = 'secret-of-the-bench-'.repeat(2)
const rounds = 5
const sampleMilliseconds = 50
const startMilliseconds = 5_000

export async function benchDownloads(...settings: string[]): Promise<void> {
  const [count = 50, megabytes = 50] = settings.map(Number)
  const film = randomBytes(megabytes * 1e6)
  const root = await mkdtemp(join(tmpdir(), 'rushes-nginx-'))
  let kept = ''
  await using server = await startBenchServer({}, { RUSHES_SECRET: secret }, async (dataDirectory) => {
    kept = join(dataDirectory, 'files', key)
    await mkdir(join(kept, '..'), { recursive: true })
    await writeFile(kept, film)
  })
  // The workers of nginx are nobody's.
  await chmod(root, 0o755)
  await link(kept, join(root, 'film.mp4'))
  await chmod(kept, 0o644)
  const nginx = await startNginx(root)
  try {
    // What making the database took is gone, and the link is for where it answers now.
    await server.restart()
    const own = createLinkSigner({ secret, publicUrl: server.url }).sign(key, new Date(Date.now() + 3_600_000))
    const read = (url: string, times: number) =>
      runFork<FetchReport>(join(import.meta.dirname, 'fetch-all.ts'), [url, String(times)])
    // What is loaded once is loaded, and the file is in memory.
    await read(own, 4)
    await read(nginx.url, 4)
    const rest = (await usageOf(server.pid)).megabytes
    let peak = rest
    const ratios: number[] = []
    const rates: string[] = []
    for (let round = 0; round < rounds; round++) {
      const theirs = await read(nginx.url, count)
      const sampling = setInterval(async () => {
        peak = Math.max(peak, (await usageOf(server.pid)).megabytes)
      }, sampleMilliseconds)
      const ours = await read(own, count)
      clearInterval(sampling)
      if (ours.bytes !== count * film.length) throw new Error(`${ours.bytes} bytes came`)
      ratios.push(theirs.seconds / ours.seconds)
      rates.push(`${rateOf(ours)} and ${rateOf(theirs)}`)
    }
    say('downloads at once, of', `${count}, ${megabytes} MB`)
    say('MB a second: rushes and nginx', rates.join('; '))
    say('  as a ratio, median of the rounds (asked: 0.50)', median(ratios).toFixed(2))
    say('memory of the server: at rest, at its peak (asked: 50 MB more)', `${rest}, ${peak} MB`)
  } finally {
    await nginx.stop()
    await rm(root, { recursive: true })
  }
}

const rateOf = ({ bytes, seconds }: FetchReport): string => (bytes / 1e6 / seconds).toFixed(0)

/** An nginx as its documentation recommends for files, on a free loopback port, with its state in the folder that it serves. */
async function startNginx(root: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const configPath = join(root, 'nginx.conf')
  await writeFile(
    configPath,
    `daemon off;
worker_processes 2;
pid ${root}/nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi;
  uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`,
  )
  const child = spawn('nginx', ['-c', configPath, '-p', root], { stdio: 'inherit' })
  const failed = once(child, 'error').then(([cause]) => {
    throw new Error('nginx cannot be started: apt-get install nginx-light', { cause })
  })
  const url = `http://127.0.0.1:${port}/film.mp4`
  await Promise.race([failed, untilItAnswers(url)])
  return {
    url,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = performance.now() + startMilliseconds
  while (performance.now() < deadline) {
    const answered = await fetch(url, { method: 'HEAD' }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await delay(sampleMilliseconds)
  }
  throw new Error('nginx does not answer')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
