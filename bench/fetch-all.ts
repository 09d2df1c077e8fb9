/**
 * A process that reads one URL many times at once and throws the bytes away: forked by bench/downloads.ts with the URL and
 * how many times as its arguments, it sends a FetchReport and ends.
 */
import { Agent, get } from 'node:http'

export interface FetchReport {
  seconds: number
  bytes: number
}

const [url = '', count = '1'] = process.argv.slice(2)
const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY })

function read(): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answers ${response.statusCode}`))
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve(bytes))
      response.on('error', reject)
    }).on('error', reject)
  })
}

const startedAt = performance.now()
const sizes = await Promise.all(Array.from({ length: Number(count) }, read))
const seconds = (performance.now() - startedAt) / 1000
const report: FetchReport = { seconds, bytes: sizes.reduce((sum, size) => sum + size, 0) }
process.send?.(report, () => process.disconnect?.())
