/** Several GPU machines behind one Postgres: DATABASE_URL, and PUBLIC_URL where callers reach the servers. */
import { defineConfig } from '../../src/config.ts'

const machine = (host: string) =>
  ({
    type: 'openai-videos',
    baseUrl: `http://${host}:8091/v1`,
    model: 'Wan-AI/Wan2.2-T2V-A14B-Diffusers',
    flavor: 'vllm-omni',
    concurrency: 4,
    deadlineSeconds: 3600,
  }) as const

export default defineConfig({
  engines: {
    'gpu-1': machine('gpu-1.media.internal'),
    'gpu-2': machine('gpu-2.media.internal'),
    pictures: {
      type: 'openai-videos',
      baseUrl: 'http://gpu-3.media.internal:8091/v1',
      model: 'Wan-AI/Wan2.2-I2V-A14B-Diffusers',
      flavor: 'vllm-omni',
    },
    // Another Rushes in another region, when all of this one is down.
    overseas: { type: 'acedata', baseUrl: 'https://rushes.example.net', apiKeyEnv: 'OVERSEAS_KEY' },
  },
  // Requests with an image go to `pictures`: the others declare that they take none.
  models: {
    'sora-2': ['gpu-1', 'gpu-2', 'pictures', 'overseas'],
    'sora-2-pro': ['gpu-2', 'gpu-1', 'pictures', 'overseas'],
  },
  limits: { requestsPerMinute: 6000 },
})
