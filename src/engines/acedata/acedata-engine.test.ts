import { testRemoteEngine } from '../remote/remote-engine.conformance.ts'
import { engineParts } from '../remote/test-parts.ts'
import { createAcedataEngine } from './acedata-engine.ts'
import { acedataSettings } from './settings.ts'
import { startAcedataServer } from './test-acedata-server.ts'

const secret = 'key-that-nobody-else-may-see'

testRemoteEngine('acedata', {
  job: { seconds: 4, width: 1280, height: 720 },
  async create() {
    const server = await startAcedataServer(secret)
    const settings = { type: 'acedata', baseUrl: server.simulator.origin, apiKeyEnv: 'KEY', pollSeconds: 0.1 } as const
    const again = async () => createAcedataEngine(engineParts(acedataSettings, settings, { KEY: secret }))
    return {
      ...server,
      engine: await again(),
      again,
      secret,
      calls: { start: 'POST /sora/videos', poll: 'POST /sora/tasks', result: 'GET /files/*' },
    }
  },
})
