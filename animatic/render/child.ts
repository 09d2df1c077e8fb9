/** The render process: takes one order from its parent, renders it and leaves. It ends when the parent is gone. */
import { setPriority } from 'node:os'
import { type RenderReport, renderRequest } from './messages.ts'
import { writeFilm } from './write-film.ts'

/** A little below the server, so that requests are answered quickly while films are drawn. */
const niceness = 5
const progressEveryMs = 200

const report = (message: RenderReport): Promise<void> =>
  new Promise((resolve) => {
    if (process.send?.(message, undefined, {}, () => resolve()) === undefined) resolve()
  })

async function render(message: unknown): Promise<void> {
  const { order, partPath } = renderRequest.parse(message)
  let reportedAt = 0
  const { plan, cost } = await writeFilm(order, partPath, (progress) => {
    const now = performance.now()
    if (now - reportedAt < progressEveryMs && progress.framesDone < progress.framesTotal) return
    reportedAt = now
    void report({ kind: 'progress', ...progress })
  })
  await report({ kind: 'done', plan, cost })
}

process.on('disconnect', () => process.exit(1))
process.once('message', async (message) => {
  try {
    setPriority(niceness)
    await render(message)
    process.exit(0)
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    await report({ kind: 'failed', message: failure.message, stack: failure.stack })
    process.exit(1)
  }
})
