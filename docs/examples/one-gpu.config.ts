/** One GPU machine with SGLang Diffusion; what its model cannot do, the built-in engine draws. */
import { defineConfig } from '../../src/config.ts'

export default defineConfig({
  engines: {
    wan: {
      type: 'openai-videos',
      // sglang serve --model-path Wan-AI/Wan2.2-TI2V-5B-Diffusers --port 30000
      baseUrl: 'http://gpu-1:30000/v1',
      model: 'Wan-AI/Wan2.2-TI2V-5B-Diffusers',
      flavor: 'sglang',
      // It works on one video at a time; a second waits there rather than here, so that the GPU is never idle.
      concurrency: 2,
      deadlineSeconds: 1800,
      // The model was trained on 5 seconds. With 8 the end of a film may drift; try it.
      maxSeconds: 5,
      extra: { negative_prompt: 'blurry, distorted, watermark' },
    },
  },
  // Four seconds (version 2.0) come from the GPU, everything longer from the built-in engine. The answer's `engine` says
  // which. Leave `animatic` out, and callers are told instead that ten seconds are not offered.
  models: { 'sora-2': ['wan', 'animatic'], 'sora-2-pro': ['wan', 'animatic'], wan: ['wan'] },
})
