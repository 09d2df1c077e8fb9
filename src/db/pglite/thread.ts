/** The thread that PGlite runs on: requests come in, answers go out, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Results } from '@electric-sql/pglite'
import type { PgliteAnswer, PgliteRequest, PgliteThreadData } from './messages.ts'

const port = parentPort
if (!port) throw new Error('This module runs as a thread.')
const { dataDirectory } = workerData as PgliteThreadData
const answer = (message: PgliteAnswer): void => port.postMessage(message)
let last: Promise<void> = Promise.resolve()
// Listening keeps the thread alive, while the database is opened too.
port.on('message', (request: PgliteRequest) => {
  last = last.then(() => serve(request))
})
const pglite = await PGlite.create({ dataDir: dataDirectory })
answer({ kind: 'ready' })

async function serve(request: PgliteRequest): Promise<void> {
  const { id } = request
  try {
    answer({ kind: 'done', id, results: await run(request) })
  } catch (error) {
    const { message, ...details } = { ...(error as Error), message: (error as Error).message }
    answer({ kind: 'failed', id, message, details: plainOf(details) })
  }
}

async function run(request: PgliteRequest): Promise<Results[]> {
  switch (request.kind) {
    case 'query':
      return [await pglite.query(request.sql, request.parameters)]
    case 'exec':
      try {
        return await pglite.exec(request.sql)
      } catch (error) {
        await pglite.exec('rollback')
        throw error
      }
    case 'listen': {
      const { channel } = request
      await pglite.listen(channel, (payload) => answer({ kind: 'notification', channel, payload }))
      return []
    }
    case 'close':
      await pglite.close()
      return []
  }
}

/** What can be sent: an error may hold its query's parameters and functions. */
function plainOf(details: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => ['string', 'number'].includes(typeof value)))
}
