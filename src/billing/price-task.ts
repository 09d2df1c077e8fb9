import type { z } from 'zod'
import type { priceAnswer } from '../contract/management/applications.ts'
import type { CreateVideo } from '../contract/sora/create-video.ts'
import { findApplication } from '../db/applications.ts'
import type { Owner } from '../dispatch/create-task.ts'
import { RushesError } from '../errors.ts'
import { refuseUncovered } from './allowance.ts'
import type { Billing } from './billing.ts'
import { priceOf, sizeClassOf } from './prices.ts'

/**
 * What a create call would cost and whether it would be accepted now, without making anything. References are not
 * fetched. Throws `not_offered` when no engine can do it.
 */
export async function priceTask(
  billing: Billing,
  owner: Owner,
  { request, references }: CreateVideo,
): Promise<z.infer<typeof priceAnswer>> {
  const { db, registry } = billing.dispatch
  const engine = registry.choose(request, references.images.length)
  const credits = priceOf(billing.prices, request)
  const application = await findApplication(db.root, owner.applicationId)
  const covered = await refuseUncovered(db.root, owner, credits).then(
    () => true,
    (error: unknown) => {
      if (error instanceof RushesError) return false
      throw error
    },
  )
  return {
    dry_run: true,
    model: request.model,
    version: request.version,
    seconds: request.seconds,
    width: request.width,
    height: request.height,
    size_class: sizeClassOf(request),
    engine: engine.name,
    credits,
    remaining: application && !application.unlimited ? application.balance : null,
    covered,
  }
}
