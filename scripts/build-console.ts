/** npm run build: makes console/dist, which the server serves at `/`. */
import { build } from 'vite'

await build({ configFile: new URL('../console/vite.config.ts', import.meta.url).pathname, logLevel: 'info' })
