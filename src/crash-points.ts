/**
 * The points of the work on a task between which a process may be killed, stand still or be overtaken, by name. At each of
 * them a server asks the address that a test has given it (RUSHES_CRASH_POINTS) and goes on when it is answered, so that
 * the test decides, by point and task, what happens there; everywhere else a point is an empty call.
 *
 * A point lies between two steps and outside of transactions: inside one a kill is the same as before or after it.
 */

/** What has just been done at each point; what comes next has not begun. */
export const crashPoints = {
  'accept:files-kept': 'the references of a request are in storage; its task is not made',
  'generate:claimed': 'a worker has taken the task',
  'generate:job-prepared': 'the references lie where the engine reads them',
  'generate:intent-recorded': 'that the engine will be asked stands in the record; it has not been asked',
  'generate:engine-answered': 'the engine has taken the job, or not; the record does not say so',
  'generate:refusal-recorded': 'the engine certainly does not have the job, and the record says so',
  'generate:operation-recorded': 'the engine has the job, and the record says how to ask for it',
  'generate:engine-ended': 'the engine has said how the job ended; the record does not say so',
  'generate:storing-recorded': 'the record says that the film is being fetched',
  'generate:film-fetched': "the engine's film is on this machine",
  'generate:film-ready': 'film and thumbnail are in their public form, in the folder of the work',
  'generate:film-kept': 'the film is in storage, the thumbnail is not',
  'generate:files-kept': 'film and thumbnail are in storage; the record does not say so',
  'generate:failing': 'the task will be ended as failed',
  'generate:end-recorded': 'the end is in the record, with its money and its deliveries',
  'generate:work-removed': 'the folder of the work is gone; the job is still in the queue',
  'deliver:claimed': 'an outcome is about to be told',
  'deliver:answered': 'the receiver has answered; the record does not say so',
  'deliver:recorded': 'the attempt is recorded; its job is still in the queue',
  'cancel:asked': 'the owner has asked to cancel; nothing is done yet',
  'cancel:recorded': 'the record says cancelled; the owner has not been answered',
  'cancel:engine-unaware': 'the worker knows that the result is not wanted; the engine does not',
  'cancel:engine-told': 'the engine has been told to stop; the record does not say so',
  'delete:decided': 'the task has ended and is to be deleted; everything of it is there',
  'delete:files-removed': 'its files are gone, its record is not',
  'delete:record-removed': 'files and record are gone; the owner has not been answered',
  'sweep:begun': 'the house is about to be kept',
  'sweep:job-missed': 'a task has no job; it will be given one',
  'sweep:delivery-missed': 'a delivery has no job; it will be given one',
  'sweep:expired-found': 'the time of a task is over; it will be deleted',
  'sweep:orphan-found': 'files have no record; they will be deleted',
  'sweep:done': 'the house is kept',
} as const

export type CrashPoint = keyof typeof crashPoints

/**
 * Says that a point is reached; the subject is the id of the task that is worked on, '' where there is none. Resolves when
 * the work may go on.
 */
export type Reached = (point: CrashPoint, subject: string) => Promise<void> | undefined

/** Outside of tests. */
export const goOn: Reached = () => undefined

/** What a test is told at a point. */
export interface Passing {
  point: CrashPoint
  subject: string
  /** Of the process that waits. */
  pid: number
}

/** No test holds a point for longer. */
const longestHoldMilliseconds = 120_000

/** POSTs each passing to a test's address and waits for the answer, whatever it is. A test that is gone holds up nothing. */
export function askTest(address: string): Reached {
  return async (point, subject) => {
    const passing: Passing = { point, subject, pid: process.pid }
    const signal = AbortSignal.timeout(longestHoldMilliseconds)
    await fetch(address, { method: 'POST', body: JSON.stringify(passing), signal }).catch(() => {})
  }
}
