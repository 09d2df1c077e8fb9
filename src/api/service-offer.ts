import type { z } from 'zod'
import type { Config } from '../config.ts'
import { type service, videosService } from '../contract/management/applications.ts'
import { offerOf } from '../engines/offer.ts'
import type { Registry } from '../engines/registry.ts'

/** What the service page shows to everybody. */
export type ServiceOffer = Omit<z.infer<typeof service>, 'application_id'>

export function describeService(config: Config, registry: Registry): ServiceOffer {
  const { limits, prices, accounts, models, retentionDays } = config
  return {
    id: videosService,
    name: 'Sora Videos',
    description: 'Videos with sound from a prompt, from images, and with a character of your own.',
    free_credits: accounts.freeCredits,
    prices: prices.map(({ creditsPerSecond, ...rule }) => ({
      ...rule,
      ...(creditsPerSecond !== undefined && { credits_per_second: creditsPerSecond }),
    })),
    models: Object.entries(models).map(([name, engines]) => offerOf(registry, name, engines)),
    limits: {
      in_flight: limits.inFlight,
      waiting: limits.openTasks,
      requests_per_minute: limits.requestsPerMinute,
      account_in_flight: limits.accountInFlight,
      account_waiting: limits.accountOpenTasks,
      account_requests_per_minute: limits.accountRequestsPerMinute,
      image_bytes: limits.imageBytes,
      video_bytes: limits.videoBytes,
      retention_days: retentionDays,
    },
  }
}
