/** What the simulated providers have in common. */
import type { JobBoard, SimulatedJob } from '../remote/test-job-board.ts'
import { Answer, type CallPattern, type ReceivedCall, type Route } from '../remote/test-simulator.ts'

export interface Protocol {
  model: string
  /** What the engine's `baseUrl` has behind the server's origin. */
  basePath: string
  calls: { start: CallPattern; poll: CallPattern; result: CallPattern }
  routes(parts: { board: JobBoard; origin: () => string; key: string }): Record<CallPattern, Route>
}

export const film = { width: 320, height: 180, seconds: 1 }

export const last = ({ path }: ReceivedCall): string => path.split('/').at(-1) ?? ''

/** @throws the refusal when there is no such job */
export function jobOf(board: JobBoard, id: string, refusal: Answer): SimulatedJob {
  const job = board.get(id)
  if (!job) throw refusal
  return job
}

export const filmRoute =
  (board: JobBoard): Route =>
  async (call) => {
    const job = jobOf(board, last(call).replace(/\.mp4$|:download$/, ''), new Answer(404, { detail: 'Not found' }))
    return new Answer(200, await board.filmOf(job), { 'content-type': 'video/mp4' })
  }

/** @throws the refusal for a call without the key as a bearer token */
export function checkBearer({ headers }: ReceivedCall, key: string, refusal: Answer): void {
  if (headers.authorization !== `Bearer ${key}`) throw refusal
}
