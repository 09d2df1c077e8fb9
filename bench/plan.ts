/**
 * npm run bench -- plan [name=value …]: what a number of films a day needs and costs, by arithmetic from inputs that each can
 * be given: `plan perDay=50000 egress=0.01`. docs/scale.md says where the inputs come from; a test holds the two alike.
 */
import { say } from './say.ts'

export const planInputs = {
  /** Films of a day. */
  perDay: 1_000_000,
  /** The busiest moment's rate over the day's mean. */
  peak: 1.8,
  /** Seconds that an engine works on a film. */
  engineSeconds: 60,
  /** MB of a film. */
  filmMegabytes: 3.6,
  /** How often each is fetched. */
  fetches: 1,
  /** kB of rows and indexes that a task takes until its time is over. */
  taskKilobytes: 9.7,
  /** kB of these that stay. */
  keptKilobytes: 1.5,
  retentionDays: 30,
  /** Requests that an api process accepts a second. */
  acceptedPerSecond: 2928,
  /** Milliseconds of processor time that a worker takes for a film, its engine left out. */
  workerMilliseconds: 58,
  /** Dollars: a GB of files for a month. */
  storage: 0.023,
  /** Dollars: a thousand files written. */
  writes: 0.005,
  /** Dollars: a GB fetched. */
  egress: 0.09,
  /** Dollars: an hour of two cores, for api and worker processes. */
  machine: 0.0816,
  /** Dollars: an hour of the database's machine. */
  database: 1,
  /** Dollars: a GB of the database for a month. */
  databaseStorage: 0.115,
  /** Dollars: an hour of one slot of an engine. */
  slot: 2.79,
}
export type PlanInputs = { [Name in keyof typeof planInputs]: number }

/** A line of the plan: what, a day, at noon or in a month. */
export type PlanLine = readonly [what: string, aDay: string, more: string]

const daysOfMonth = 30
const hoursOfMonth = 24 * daysOfMonth
const filesPerFilm = 2
const coresPerMachine = 2
/** Slots over noon's work with which hardly anybody waits (docs/performance.md, the queue simulated). */
const margin = 1.03

export function planNeeds(inputs: PlanInputs): PlanLine[] {
  const { perDay, engineSeconds, filmMegabytes, fetches, retentionDays, taskKilobytes, keptKilobytes } = inputs
  const noon = noonOf(inputs)
  const { api, workers } = processesOf(inputs)
  const days = `in ${retentionDays} days`
  return [
    ['requests', count(perDay), `${noon.toFixed(0)} a second`],
    ['slots of engines', '', `${count(slotsOf(inputs))}, for ${count(noon * engineSeconds)} at work`],
    ['`api` processes', '', `${api}, so that one may stop`],
    [
      '`worker` processes',
      '',
      `${((noon * inputs.workerMilliseconds) / 1000).toFixed(1)} cores: ${workers} of two cores`,
    ],
    ['jobs of the queue', count(2 * perDay), `${(2 * noon).toFixed(0)} a second`],
    [
      'rows',
      gigabytes(perDay * taskKilobytes * 1e3),
      `${gigabytes(perDay * taskKilobytes * 1e3 * retentionDays)} ${days}`,
    ],
    [
      'of these stay',
      gigabytes(perDay * keptKilobytes * 1e3),
      `${gigabytes(perDay * keptKilobytes * 1e3 * 365)} a year`,
    ],
    [
      'files',
      gigabytes(perDay * filmMegabytes * 1e6),
      `${gigabytes(perDay * filmMegabytes * 1e6 * retentionDays)} ${days}`,
    ],
    ['objects', count(filesPerFilm * perDay), `${count(filesPerFilm * perDay * retentionDays)} ${days}`],
    [
      'egress',
      gigabytes(perDay * filmMegabytes * 1e6 * fetches),
      `${(noon * filmMegabytes * fetches).toFixed(0)} MB a second`,
    ],
  ]
}

/** Dollars a month, the largest last. */
export function planCosts(inputs: PlanInputs): [what: string, dollars: number][] {
  const { perDay, retentionDays, filmMegabytes, fetches, engineSeconds, taskKilobytes } = inputs
  const { api, workers } = processesOf(inputs)
  const films = perDay * daysOfMonth
  const gigabytesADay = (perDay * filmMegabytes) / 1e3
  return [
    ['machines of `api` and `worker` processes', (api + workers) * hoursOfMonth * inputs.machine],
    ['writes', ((films * filesPerFilm) / 1000) * inputs.writes],
    [
      'database',
      hoursOfMonth * inputs.database + ((perDay * taskKilobytes * retentionDays) / 1e6) * inputs.databaseStorage,
    ],
    ['storage', gigabytesADay * retentionDays * inputs.storage],
    ['egress', gigabytesADay * daysOfMonth * fetches * inputs.egress],
    ['engines that come and go with the work', ((films * engineSeconds) / 3600) * inputs.slot],
    ['engines, noon’s slots at all hours', slotsOf(inputs) * hoursOfMonth * inputs.slot],
  ]
}

/** Reads `name=value`. Throws a sentence for what is no input, or no positive number. */
export function readInputs(settings: readonly string[]): PlanInputs {
  const given = settings.map((setting) => {
    const [name = '', value = ''] = setting.split('=')
    if (!Object.hasOwn(planInputs, name)) {
      throw new Error(`There is no input "${name}"; there are ${Object.keys(planInputs).join(', ')}.`)
    }
    const number = Number(value)
    if (value === '' || !(number >= 0)) throw new Error(`${name} is "${value}"; allowed is a number from 0.`)
    return [name, number] as const
  })
  return { ...planInputs, ...Object.fromEntries(given) }
}

export async function benchPlan(...settings: string[]): Promise<void> {
  const inputs = readInputs(settings)
  for (const [name, value] of Object.entries(inputs)) say(`  ${name}`, String(value))
  say('what is needed', 'a day | at noon, or in all')
  for (const [what, aDay, more] of planNeeds(inputs)) say(`  ${what}`, [aDay, more].filter(Boolean).join(' | '))
  say('what it costs', 'a month')
  for (const [what, cost] of planCosts(inputs)) say(`  ${what}`, dollars(cost))
}

const noonOf = ({ perDay, peak }: PlanInputs): number => (perDay / 86_400) * peak
const slotsOf = (inputs: PlanInputs): number => Math.ceil(noonOf(inputs) * inputs.engineSeconds * margin)

function processesOf(inputs: PlanInputs): { api: number; workers: number } {
  const noon = noonOf(inputs)
  return {
    api: Math.ceil(noon / inputs.acceptedPerSecond) + 1,
    workers: Math.ceil((noon * inputs.workerMilliseconds) / 1000 / coresPerMachine) + 1,
  }
}

const count = (value: number): string => Math.round(value).toLocaleString('en')
export const dollars = (value: number): string => `${count(value)} $`

function gigabytes(bytes: number): string {
  if (bytes >= 1e12) return `${(bytes / 1e12).toFixed(1)} TB`
  return bytes >= 1e10 ? `${(bytes / 1e9).toFixed(0)} GB` : `${(bytes / 1e9).toFixed(1)} GB`
}
