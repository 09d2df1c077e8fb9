/** Two providers, the second for when the first does not take a job, and the built-in engine for when neither does. */
import { defineConfig } from '../../src/config.ts'

export default defineConfig({
  engines: {
    // Keys are named here and read from the environment; the start stops when one is not set.
    relay: {
      type: 'openai-videos',
      baseUrl: 'https://litellm.example.com/v1',
      model: 'sora-2',
      flavor: 'litellm',
      apiKeyEnv: 'RELAY_KEY',
      concurrency: 20,
      // A start whose outcome is unknown fails the task rather than cost twice.
      resubmit: 'never',
    },
    partner: {
      type: 'acedata',
      baseUrl: 'https://videos.example.org',
      apiKeyEnv: 'PARTNER_KEY',
      concurrency: 10,
    },
  },
  models: { 'sora-2': ['relay', 'partner'], 'sora-2-pro': ['partner'], draft: ['animatic'] },
})
