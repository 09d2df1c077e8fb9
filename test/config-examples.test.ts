/** Every example of a config is one that a server starts with. */
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../src/config.ts'
import { checkModels } from '../src/engines/check-models.ts'
import { createRegistry } from '../src/engines/registry.ts'
import { createLogger } from '../src/logger.ts'
import { createGuardedFetch } from '../src/net/guarded-fetch.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'examples')
const secrets = {
  RELAY_KEY: 'a-key',
  PARTNER_KEY: 'a-key',
  OVERSEAS_KEY: 'a-key',
  FAL_KEY: 'a-key',
  GOOGLE_KEY: 'a-key',
}

for (const name of (await readdir(folder)).filter((one) => one.endsWith('.config.ts'))) {
  test(`docs/examples/${name} is loaded, and its models can be asked for`, async () => {
    const config = await readConfig({ RUSHES_CONFIG: join(folder, name), ...secrets })
    const fetch = createGuardedFetch({ allowPrivateAddresses: true, lookup: async () => [] })
    const registry = await createRegistry({ ...config, fetch, logger: createLogger('silent') })
    assert.doesNotThrow(() => checkModels(registry, config.models))
    await registry.close()
    await fetch.close()
  })
}
