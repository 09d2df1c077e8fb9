import { oneOf } from '../contract/field-errors.ts'
import { durationsV1, durationsV2, sizesV2 } from '../contract/sora/create-video.ts'
import { ConfigError } from '../errors.ts'
import { offerOf } from './offer.ts'
import type { Registry } from './registry.ts'

const durations = [...durationsV1, ...durationsV2].sort((a, b) => a - b)

/**
 * Whether callers can get any film at all of each model. Throws ConfigError for a model whose engines make only lengths
 * or sizes that the API does not know.
 */
export function checkModels(registry: Registry, models: Readonly<Record<string, readonly string[]>>): void {
  for (const [model, engines] of Object.entries(models)) {
    const offer = offerOf(registry, model, engines)
    if (offer.durations['1.0'].length > 0 || offer.durations['2.0'].length > 0) continue
    throw new ConfigError(
      `RUSHES_CONFIG: models.${model}: no request can be made by ${oneOf(engines)}; callers ask for ` +
        `${oneOf(durations)} seconds, in ${oneOf(sizesV2)} and the sizes of version 1.0: look at the engines’ ` +
        'maxSeconds and sizes.',
    )
  }
}
