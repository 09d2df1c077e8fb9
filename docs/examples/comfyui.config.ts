/** A workstation with ComfyUI: short films by one model, longer ones and those with sound by another. */
import { defineConfig } from '../../src/config.ts'

export default defineConfig({
  engines: {
    // A ready workflow: the models it needs must be in ComfyUI's folders; `rushes doctor` names what is missing.
    wan: { type: 'comfyui', baseUrl: 'http://127.0.0.1:8188', workflow: 'wan-2.2-5b' },
    // With sound, and up to 20 seconds.
    ltx: { type: 'comfyui', baseUrl: 'http://127.0.0.1:8188', workflow: 'ltx-2', deadlineSeconds: 7200 },
    // One's own, exported with "Export (API)" and with placeholders written into it:
    // mine: { type: 'comfyui', baseUrl: 'http://127.0.0.1:8188', workflow: 'my-workflow.json', fps: 24, maxSeconds: 10 },
  },
  models: { 'sora-2': ['wan', 'ltx', 'animatic'], 'sora-2-pro': ['ltx', 'animatic'] },
})
