/** The parts of an engine under test. */
import type { z } from 'zod'
import { createLogger } from '../../logger.ts'
import { createGuardedFetch } from '../../net/guarded-fetch.ts'
import type { EngineParts } from '../engine-type.ts'

/** Checks the settings as the config does; `secrets` are the environment. */
export function engineParts<Settings extends z.ZodType>(
  schema: Settings,
  settings: z.input<Settings>,
  secrets: Readonly<Record<string, string>> = {},
): EngineParts<z.output<Settings>> {
  return {
    name: 'simulated',
    settings: schema.parse(settings),
    secret: (variable) => secrets[variable],
    fetch: createGuardedFetch({ allowPrivateAddresses: true, keepConnections: true }),
    logger: createLogger('silent'),
  }
}
