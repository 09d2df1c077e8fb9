/**
 * A process that holds many synchronous calls open: forked by bench/callers.ts with a HoldOrder as its argument. It sends
 * 'held' when every call has been sent whole, and a HoldReport when all were answered.
 */
import { connect } from 'node:net'

export interface HoldOrder {
  port: number
  key: string
  body: string
  calls: number
  /** Connections that are being opened at once. */
  opening: number
}

export interface HoldReport {
  /** Milliseconds since 1970 at which the answer of a task came, by the task's id. */
  answeredAt: Record<string, number>
  /** Of answers that told no task. */
  firstSurprise: string
}

const order = JSON.parse(process.argv[2] ?? '{}') as HoldOrder
const request = [
  'POST /sora/videos HTTP/1.1',
  'host: 127.0.0.1',
  `authorization: Bearer ${order.key}`,
  'content-type: application/json',
  `content-length: ${Buffer.byteLength(order.body)}`,
  'connection: close',
  '',
  order.body,
].join('\r\n')
const report: HoldReport = { answeredAt: {}, firstSurprise: '' }
const answered: Promise<void>[] = []

/** Resolves when the request was sent; its answer is awaited in `answered`. */
function hold(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(order.port, '127.0.0.1', () => socket.write(request, () => resolve()))
    socket.on('error', reject)
    answered.push(
      new Promise((end) => {
        let text = ''
        socket.setEncoding('utf8')
        socket.on('data', (chunk) => {
          text += chunk
        })
        socket.on('close', () => {
          const id = /"task_id":\s*"([^"]+)"/.exec(text)?.[1]
          if (id) report.answeredAt[id] = Date.now()
          else report.firstSurprise ||= text.slice(0, 400)
          end()
        })
      }),
    )
  })
}

let calls = 0
await Promise.all(
  Array.from({ length: order.opening }, async () => {
    while (calls++ < order.calls) await hold()
  }),
)
process.send?.('held')
await Promise.all(answered)
process.send?.(report, () => process.disconnect?.())
