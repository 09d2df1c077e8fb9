/** What is in `deploy/`, as its files say it: the services of the compose file, and the Kubernetes manifests. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'

const deploy = join(import.meta.dirname, '..', '..', 'deploy')
const read = (...path: string[]) => readFile(join(deploy, ...path), 'utf8')

export type Settings = Record<string, string>

/** A service of the compose file that is this server. */
export interface ComposeService {
  name: string
  /** Nothing where the image's own is run. */
  command: string[] | undefined
  /** With what the file leaves to its user filled in. */
  settings: Settings
  replicas: number
}

export interface Compose {
  services: ComposeService[]
  /** Of rushes.config.json. */
  configuration: string
}

export async function readCompose(): Promise<Compose> {
  interface Service {
    image: string
    command?: string[]
    environment?: Settings
    deploy?: { replicas: number }
  }
  const { services, configs } = parse(await read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>
    configs: { rushes: { content: string } }
  }
  const own = Object.entries(services).filter(([, { image }]) => image === 'rushes')
  return {
    services: own.map(([name, { command, environment = {}, deploy: { replicas } = { replicas: 1 } }]) => ({
      name,
      command,
      settings: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, filledIn(value)])),
      replicas,
    })),
    configuration: configs.rushes.content,
  }
}

const filledIn = (value: string): string =>
  value.replace(/\$\{[A-Z_]+:\?\}/, 'thirty-two-characters-of-a-secret').replace(/\$\{[A-Z_]+:-(.*)\}/, '$1')

export interface Probe {
  httpGet: { path: string }
}

export interface PodContainer {
  args: string[]
  securityContext: object
  startupProbe: Probe
  readinessProbe: Probe
  livenessProbe: Probe
}

export interface Manifest {
  kind: string
  metadata: { name: string }
  data?: Settings
  stringData?: Settings
}

export interface Deployment extends Manifest {
  spec: {
    replicas: number
    selector: object
    template: {
      metadata: { labels: object }
      spec: { terminationGracePeriodSeconds: number; containers: PodContainer[] }
    }
  }
}

export async function readManifests(): Promise<{ manifests: Manifest[]; deployments: Deployment[] }> {
  const names = (await readdir(join(deploy, 'kubernetes'))).filter((name) => name.endsWith('.yaml'))
  const texts = await Promise.all(names.map((name) => read('kubernetes', name)))
  const manifests = texts.flatMap((text) =>
    parseAllDocuments(text).map((document) => {
      assert.deepEqual(document.errors, [])
      return document.toJS() as Manifest
    }),
  )
  const isDeployment = (one: Manifest): one is Deployment => one.kind === 'Deployment'
  return { manifests, deployments: manifests.filter(isDeployment) }
}
