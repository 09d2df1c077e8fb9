import { testRemoteEngine } from '../remote/remote-engine.conformance.ts'
import { engineParts } from '../remote/test-parts.ts'
import { createOpenaiVideosEngine } from './openai-videos-engine.ts'
import { flavors, openaiVideosSettings } from './settings.ts'
import { simulatedModel, startOpenaiVideosServer } from './test-openai-videos-server.ts'

const secret = 'key-that-nobody-else-may-see'

for (const flavor of flavors) {
  testRemoteEngine(`openai-videos (${flavor})`, {
    async create() {
      const server = await startOpenaiVideosServer(flavor, { key: secret })
      const settings = {
        type: 'openai-videos',
        baseUrl: server.baseUrl,
        model: simulatedModel,
        apiKeyEnv: 'KEY',
        pollSeconds: 0.1,
      } as const
      const again = () => createOpenaiVideosEngine(engineParts(openaiVideosSettings, settings, { KEY: secret }))
      return {
        ...server,
        engine: await again(),
        again,
        secret,
        calls: { start: 'POST /v1/videos', poll: 'GET /v1/videos/*', result: 'GET /v1/videos/*/content' },
      }
    },
  })
}
