/** npm run build: makes console/dist, which the server serves at `/`. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const built = join(root, 'console', 'dist', 'index.html')
/** Folders and files that the console is made of. */
const sources = ['console/src', 'console/public', 'console/index.html', 'console/vite.config.ts', 'docs/guide.md']

/** Builds the console. Vite says on the standard output what it made, unless told to be quiet. */
export async function buildConsole({ isQuiet = false } = {}): Promise<void> {
  const { build } = await import('vite')
  await build({ configFile: join(root, 'console', 'vite.config.ts'), logLevel: isQuiet ? 'warn' : 'info' })
}

/** Builds the console where it is not there, or older than what it is made of. */
export async function buildConsoleIfStale(): Promise<void> {
  const builtAt = await changedAt(built)
  const changes = await Promise.all(sources.map((path) => lastChangeIn(join(root, path))))
  if (Math.max(...changes) <= builtAt) return
  process.stderr.write('Building the web console …\n')
  await buildConsole({ isQuiet: true })
}

/** Milliseconds since 1970; 0 for what is not there. */
async function changedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0
}

async function lastChangeIn(path: string): Promise<number> {
  const inside = await readdir(path, { recursive: true }).catch(() => [])
  return Math.max(...(await Promise.all(['', ...inside].map((name) => changedAt(join(path, name))))))
}

if (import.meta.main) await buildConsole()
