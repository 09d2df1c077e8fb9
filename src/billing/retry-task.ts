import { assetsOf } from '../db/assets.ts'
import type { TaskRow } from '../db/tasks.ts'
import type { Owner } from '../dispatch/create-task.ts'
import { newSeed } from '../ids.ts'
import { acceptTask } from './accept-task.ts'
import type { Billing } from './billing.ts'

const linkSeconds = 600

/**
 * Makes a task anew: the same request with the references that were kept, another seed unless one was asked for, and the
 * price of today. Returns its id. Throws what acceptTask throws.
 */
export async function retryTask(
  billing: Billing,
  owner: Owner,
  task: TaskRow,
  traceId: string,
  signal: AbortSignal,
): Promise<string> {
  const { db, links } = billing.dispatch
  const assets = await assetsOf(db.root, [task.id])
  const linkOf = (key: string) => links.sign(key, new Date(Date.now() + linkSeconds * 1000))
  const images = assets.filter(({ kind }) => kind === 'image')
  const character = assets.find(({ kind }) => kind === 'character')
  const seed = typeof task.request.seed === 'number' ? task.request.seed : newSeed()
  const create = {
    request: { ...task.generation, seed },
    references: {
      images: images.map(({ key }, index) => ({ field: `image_urls[${index}]`, source: linkOf(key) })),
      ...(character && { characterUrl: linkOf(character.key) }),
    },
    callbackUrl: task.callback_url ?? undefined,
    callbackSecret: task.callback_secret ?? undefined,
    answerAtOnce: true,
    timeoutSeconds: undefined,
  }
  return acceptTask(billing, { owner, create, body: task.request, traceId, idempotencyKey: undefined }, signal)
}
