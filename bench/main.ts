/**
 * npm run bench -- <name> [settings]: what the server costs beside what the machine cannot do without. Machines differ
 * and are shared, so each figure stands beside a reference measured in the same run; the ratio is what to compare.
 */
import { availableParallelism, cpus } from 'node:os'
import { say } from './say.ts'

/** A bench takes the arguments after its name; each file's head says which. */
const benches: Record<string, () => Promise<(...settings: string[]) => Promise<void>>> = {
  films: async () => (await import('./films.ts')).benchFilms,
  accept: async () => (await import('./accept.ts')).benchAccept,
  animatic: async () => (await import('./animatic.ts')).benchAnimatic,
  pipe: async () => (await import('./pipe.ts')).benchPipe,
  callers: async () => (await import('./callers.ts')).benchCallers,
  webhooks: async () => (await import('./webhooks.ts')).benchWebhooks,
  deliveries: async () => (await import('./deliveries.ts')).benchDeliveries,
  downloads: async () => (await import('./downloads.ts')).benchDownloads,
  million: async () => (await import('./million.ts')).benchMillion,
  rows: async () => (await import('./rows.ts')).benchRows,
  'film-sizes': async () => (await import('./film-sizes.ts')).benchFilmSizes,
  plan: async () => (await import('./plan.ts')).benchPlan,
  queue: async () => (await import('./queue.ts')).benchQueue,
  engines: async () => (await import('./engines.ts')).benchEngines,
}

const [name = 'films', ...settings] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  process.stderr.write(`There is no bench "${name}"; there are ${Object.keys(benches).join(', ')}.\n`)
  process.exit(1)
}
say('machine', `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`)
await (await load())(...settings)
