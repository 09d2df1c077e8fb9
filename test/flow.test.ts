/** The folders are the way of a request: this test holds the map of `src/` and who may import whom. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src')

/** In alphabetical order, which is the order in which a request meets them. Doors and rooms import to the right. */
const rooms = ['api', 'auth', 'billing', 'cli', 'dispatch', 'engines', 'media', 'storage', 'webhooks']
const doors = ['api', 'cli']
/** Used by every room; what a shelf itself may import. */
const shelves: Record<string, string[]> = { contract: [], db: ['contract'], net: [] }
const foundation = [
  'batches.ts',
  'clock.ts',
  'crash-points.ts',
  'database-away.ts',
  'directory-lock.ts',
  'errors.ts',
  'ids.ts',
  'logger.ts',
  'metrics.ts',
  'tracing.ts',
  'version.ts',
]
/** What puts the rooms together. */
const roots = ['config.ts', 'config-file.ts', 'context.ts', 'data-directory.ts', 'main.ts']

interface Import {
  from: string
  to: string
}

async function importsOf(folder: string): Promise<Import[]> {
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !/(\.test|\.conformance|\/test-[\w-]+)\.ts$/.test(name),
  )
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      const targets = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, target = '']) => target)
      return targets.map((target) => ({
        from: name.split(sep).join('/'),
        to: target.startsWith('.')
          ? relative(folder, normalize(join(folder, dirname(name), target)))
              .split(sep)
              .join('/')
          : target,
      }))
    }),
  )
  return found.flat()
}

const roomOf = (file: string): string => file.split('/')[0] ?? file
const isOurs = (target: string): boolean => !target.startsWith('node:') && /\.(ts|json)$/.test(target)

test('src holds the rooms of the map and nothing else', async () => {
  const names = (await readdir(source)).filter((name) => !name.endsWith('.test.ts'))
  const known = new Set([...rooms, ...Object.keys(shelves), ...foundation, ...roots])
  assert.deepEqual(
    names.filter((name) => !known.has(name)),
    [],
  )
})

test('doors and rooms import later rooms, shelves and the foundation only', async () => {
  const wrong = (await importsOf(source)).filter(({ from, to }) => {
    const [room, target] = [roomOf(from), roomOf(to)]
    if (!isOurs(to) || room === target || foundation.includes(target) || target === '..') return false
    if (roots.includes(room) || (room === 'cli' && roots.includes(target))) return false
    if (room in shelves) return !shelves[room]?.includes(target)
    if (foundation.includes(room)) return true
    if (target in shelves) return false
    // The form of the settings, and what is wrong with them, may be known where they are used.
    if (target === 'config.ts') return false
    if (doors.includes(room)) return doors.includes(target)
    return rooms.indexOf(target) < rooms.indexOf(room)
  })
  assert.deepEqual(wrong, [])
})

test('engines, media and storage know no database', async () => {
  const wrong = (await importsOf(source)).filter(
    ({ from, to }) =>
      ['engines', 'media', 'storage'].includes(roomOf(from)) && (roomOf(to) === 'db' || to === 'kysely'),
  )
  assert.deepEqual(wrong, [])
})

test('the engine package knows nothing of the server', async () => {
  const wrong = (await importsOf(join(root, 'animatic'))).filter(({ to }) => to.startsWith('..'))
  assert.deepEqual(wrong, [])
})

test('no file imports itself by way of others', async () => {
  const imports = [
    ...(await importsOf(source)),
    ...(await importsOf(join(root, 'animatic'))).map(({ from, to }) => ({
      from: `animatic/${from}`,
      to: `animatic/${to}`,
    })),
  ]
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) if (to.endsWith('.ts')) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    done.add(file)
    for (const target of next.get(file) ?? []) visit(target, [...path, file])
  }
  for (const file of next.keys()) visit(file, [])
  assert.deepEqual(cycles, [])
})
