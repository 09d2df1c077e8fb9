/** A laptop: the built-in engine, no key, no GPU, no network. */
import { defineConfig } from '../../src/config.ts'

export default defineConfig({
  // `animatic` and `scripted` need no entry of their own; this one is there to be changed.
  engines: { animatic: { type: 'animatic', concurrency: 1 } },
  models: {
    'sora-2': ['animatic'],
    'sora-2-pro': ['animatic'],
    // Point a client at this one to see how it takes failures and long waits: docs/run.md.
    rehearsal: ['scripted'],
  },
  retentionDays: 30,
})
