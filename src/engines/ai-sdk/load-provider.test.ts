import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import { test } from 'node:test'
import type { z } from 'zod'
import { ConfigError } from '../../errors.ts'
import { engineParts } from '../remote/test-parts.ts'
import { createAiSdkEngine } from './ai-sdk-engine.ts'
import { providers } from './providers.ts'
import { aiSdkSettings, providerNames } from './settings.ts'

const secret = 'key-that-nobody-else-may-see'

async function assertRefused(settings: Omit<z.input<typeof aiSdkSettings>, 'type'>, message: RegExp) {
  const parts = engineParts(aiSdkSettings, { type: 'ai-sdk', ...settings }, { KEY: secret })
  await assert.rejects(createAiSdkEngine(parts), (error: Error) => {
    assert.ok(error instanceof ConfigError && !error.message.includes(secret))
    assert.match(error.message, message)
    return true
  })
}

test('a package that is not installed is named with its major', async () => {
  // All are, for these tests: the resolver says otherwise, as it does where they are not.
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (!specifier.startsWith('@ai-sdk/')) return next(specifier, context)
      throw Object.assign(new Error(`Cannot find package ${specifier}`), { code: 'ERR_MODULE_NOT_FOUND' })
    },
  })
  for (const provider of providerNames) {
    const { packageName, major } = providers[provider]
    const message = new RegExp(`${packageName}, which is not installed: npm install ${packageName}@${major}$`)
    await assertRefused({ provider, model: 'm', apiKeyEnv: 'KEY' }, message)
  }
  hooks.deregister()
})

test('what else is missing is said with what to do', async () => {
  await assertRefused(
    { provider: 'fal', model: 'luma-ray-2' },
    /needs a key: set FAL_API_KEY, or name another variable as apiKeyEnv/,
  )
  await assertRefused(
    { provider: 'fal', model: 'x', apiKeyEnv: 'KEY', options: { a: '{{prompt}}' } },
    /options has the placeholder \{\{prompt\}\}/,
  )
})
