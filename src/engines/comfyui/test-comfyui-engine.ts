/** An engine in front of a ComfyUI simulator, for tests. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Engine } from '../engine.ts'
import { engineParts } from '../remote/test-parts.ts'
import { createComfyuiEngine } from './comfyui-engine.ts'
import { comfyuiSettings } from './settings.ts'
import { type ComfyuiSimulator, startComfyui } from './test-comfyui.ts'

export const secret = 'key-that-nobody-else-may-see'

export interface ComfyuiBench {
  server: ComfyuiSimulator
  directory: string
  /** A new engine for the server, as after a restart; `settings` as in the config. */
  engine(settings?: object): Engine
  [Symbol.asyncDispose](): Promise<void>
}

export async function openComfyuiBench(): Promise<ComfyuiBench> {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-comfyui-'))
  const server = await startComfyui()
  const engines: Engine[] = []
  return {
    server,
    directory,
    engine(settings = {}) {
      const basics = { type: 'comfyui', baseUrl: server.simulator.origin, workflow: 'wan-2.2-5b', apiKeyEnv: 'KEY' }
      const written = { ...basics, ...settings } as z.input<typeof comfyuiSettings>
      const engine = createComfyuiEngine(engineParts(comfyuiSettings, written, { KEY: secret }))
      engines.push(engine)
      return engine
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(engines.map((engine) => engine.close?.()))
      await server[Symbol.asyncDispose]()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
