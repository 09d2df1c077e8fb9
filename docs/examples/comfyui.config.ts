/** A workstation with ComfyUI, by a ready workflow and by one's own. */
import { defineConfig } from '../../src/config.ts'

export default defineConfig({
  engines: {
    // A ready workflow: the models it needs must be in ComfyUI's folders; `rushes doctor` names what is missing.
    wan: { type: 'comfyui', baseUrl: 'http://127.0.0.1:8188', workflow: 'wan-2.2-5b', concurrency: 1 },
  },
  models: { 'sora-2': ['wan', 'animatic'], 'sora-2-pro': ['wan', 'animatic'] },
})
