/** What the operator does not want made here: patterns in prompts, and what a moderation service says of a request. */
import type { GenerationRequest } from '../contract/generation-request.ts'
import type { NewAsset } from '../db/assets.ts'
import { ConfigError, causesOf, RushesError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { GuardedFetch } from '../net/guarded-fetch.ts'
import type { Store } from '../storage/store.ts'
import { createDenyList } from './deny-patterns.ts'
import { askModeration } from './moderation.ts'
import type { PolicySettings } from './policy-settings.ts'

export interface ContentPolicy {
  /** Throws `forbidden` for a prompt that a pattern denies. Asks nobody. */
  checkPrompt(request: GenerationRequest, signal: AbortSignal): Promise<void>
  /**
   * Asks the moderation service about the prompt and the kept images. Throws `forbidden`, or `api_error` when the service
   * gives no answer and the operator wants such requests refused.
   */
  moderate(request: GenerationRequest, assets: readonly NewAsset[], signal: AbortSignal): Promise<void>
}

export interface PolicyOptions {
  policy: PolicySettings
  fetch: GuardedFetch
  store: Store
  logger: Logger
  readSecret(variable: string): string | undefined
}

/** Throws ConfigError when the key of the moderation service is not set. */
export function createContentPolicy({ policy, fetch, store, logger, readSecret }: PolicyOptions): ContentPolicy {
  const { deny, moderation } = policy
  const findDenied = createDenyList(deny)
  const variable = moderation?.apiKeyEnv
  const key = variable && readSecret(variable)
  if (variable && key === undefined) {
    throw new ConfigError(
      `RUSHES_CONFIG: policy.moderation.apiKeyEnv names the environment variable ${variable}, which is not set.`,
    )
  }
  return {
    async checkPrompt(request, signal) {
      const rule = await findDenied(promptsOf(request), signal)
      if (rule) throw refusal('this prompt', rule.reason)
    },

    async moderate(request, assets, signal) {
      if (!moderation) return
      const images = moderation.images ? assets.filter(({ kind }) => kind === 'image') : []
      const found = await askModeration(moderation, promptsOf(request), images, { fetch, store, key }, signal).catch(
        (cause: unknown) => {
          signal.throwIfAborted()
          // An image that cannot be read is not the service's silence: it must not pass unseen.
          if (cause instanceof RushesError && cause.kind === 'unavailable') throw cause
          logger.warn(
            { causes: causesOf(cause), on_failure: moderation.onFailure },
            'the moderation service gave no answer',
          )
          if (moderation.onFailure === 'allow') return undefined
          throw new RushesError('api_error', unchecked, { cause })
        },
      )
      if (found) throw refusal('this request', found.join(', '))
    },
  }
}

const unchecked =
  'The content policy could not be checked, because the moderation service gave no answer; nothing was made or charged. ' +
  'Send the request again later.'

const refusal = (what: string, reason: string | undefined): RushesError =>
  new RushesError('forbidden', `The content policy of this server refuses ${what}${reason ? `: ${reason}` : ''}.`)

/** What the caller says now, and what was said of the film that this one is made from. */
const promptsOf = ({ prompt, source }: GenerationRequest): string =>
  [prompt, ...(source?.origin?.makings.map((making) => making.prompt) ?? [])].join('\n')
