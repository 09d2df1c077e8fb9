/** Providers in order of preference: the next is asked when one does not take a job. */
import { defineConfig } from '../../src/config.ts'

export default defineConfig({
  engines: {
    // Keys are named here and read from the environment; the start stops when one is not set.
    // Each provider of the AI SDK is a package of its own: npm install @ai-sdk/google @ai-sdk/fal
    veo: {
      type: 'ai-sdk',
      provider: 'google',
      model: 'veo-3.1-generate-preview',
      apiKeyEnv: 'GOOGLE_KEY',
      concurrency: 10,
    },
    wan: {
      type: 'ai-sdk',
      provider: 'fal',
      model: 'wan/v2.2-a14b/text-to-video',
      apiKeyEnv: 'FAL_KEY',
      concurrency: 10,
    },
    // A start whose outcome is unknown fails the task rather than cost twice; that is `resubmit: 'never'`.
    relay: {
      type: 'openai-videos',
      baseUrl: 'https://litellm.example.com/v1',
      model: 'sora-2',
      flavor: 'litellm',
      apiKeyEnv: 'RELAY_KEY',
      concurrency: 20,
      resubmit: 'never',
    },
    partner: { type: 'acedata', baseUrl: 'https://videos.example.org', apiKeyEnv: 'PARTNER_KEY', concurrency: 10 },
  },
  models: {
    'sora-2': ['veo', 'relay', 'partner'],
    'sora-2-pro': ['partner'],
    wan: ['wan', 'partner'],
    draft: ['animatic'],
  },
})
