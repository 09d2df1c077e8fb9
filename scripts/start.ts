/** npm start: serves, the web console included, which is built first when it has to be. */
import { buildConsoleIfStale } from './build-console.ts'

await buildConsoleIfStale()
process.argv.splice(2, 0, 'serve')
await import('../src/cli/main.ts')
