/** What is in `deploy/` fits the server: its settings, its options, its paths. No container engine is needed to see that. */
import assert from 'node:assert/strict'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse, parseAllDocuments } from 'yaml'
import { parseConfigFile, readConfig, roles } from '../src/config.ts'

const root = join(import.meta.dirname, '..')
const read = (...path: string[]) => readFile(join(root, ...path), 'utf8')
const healthPaths = ['/healthz', '/readyz']

interface Container {
  args: string[]
  securityContext: object
  [probe: `${string}Probe`]: { httpGet: { path: string } }
}
interface Manifest {
  kind: string
  metadata: { name: string }
  data?: Record<string, string>
  stringData?: Record<string, string>
  spec?: { selector?: object; template?: { metadata: { labels: object }; spec: { containers: Container[] } } }
}

async function manifests(): Promise<Manifest[]> {
  const names = (await readdir(join(root, 'deploy', 'kubernetes'))).filter((name) => name.endsWith('.yaml'))
  const texts = await Promise.all(names.map((name) => read('deploy', 'kubernetes', name)))
  return texts.flatMap((text) =>
    parseAllDocuments(text).map((document) => {
      assert.deepEqual(document.errors, [])
      return document.toJS() as Manifest
    }),
  )
}

/** The settings of docs/run.md, which a test holds to those that are read, and the credentials of the AWS SDK. */
async function knownSettings(): Promise<Set<string>> {
  const listed = [...(await read('docs', 'run.md')).matchAll(/^\| `([A-Z0-9_]+)`/gm)].map(([, name]) => name ?? '')
  return new Set([...listed, 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'NODE_ENV'])
}

const checkCommand = (args: readonly string[]) => {
  assert.equal(args[0], 'serve')
  assert.equal(args[1], '--role')
  assert.ok(
    roles.some((role) => role === args[2]),
    args.join(' '),
  )
}

test('the compose file starts processes with settings that there are, and a configuration that is one', async () => {
  const compose = parse(await read('deploy', 'compose.yaml'), { merge: true }) as {
    services: Record<string, { command?: string[]; environment?: Record<string, string>; image: string }>
    configs: { rushes: { content: string } }
  }
  const own = Object.values(compose.services).filter(({ image }) => image === 'rushes')
  assert.equal(own.length, 2)
  const known = await knownSettings()
  for (const { command, environment = {} } of own) {
    checkCommand(command ?? [])
    assert.deepEqual(
      Object.keys(environment).filter((name) => !known.has(name)),
      [],
    )
    const filledIn = Object.entries(environment).map(
      ([name, value]) =>
        [name, value.replace(/\$\{[A-Z_]+:\?\}/, 'x'.repeat(32)).replace(/\$\{[A-Z_]+:-(.*)\}/, '$1')] as const,
    )
    const config = await readConfig({ ...Object.fromEntries(filledIn), RUSHES_CONFIG: '', RUSHES_ROLE: command?.[2] })
    assert.equal(config.s3?.presign, false)
  }
  parseConfigFile(JSON.parse(compose.configs.rushes.content))
})

test('the Kubernetes manifests select their own pods, probe paths that answer, and run without rights', async () => {
  const all = await manifests()
  const known = await knownSettings()
  const kinds = all.map(({ kind }) => kind)
  for (const kind of ['Deployment', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'ScaledObject', 'Ingress']) {
    assert.ok(kinds.includes(kind), kind)
  }
  for (const { metadata, data, stringData } of all.filter(({ kind }) => ['ConfigMap', 'Secret'].includes(kind))) {
    if (metadata.name === 'rushes-config') {
      parseConfigFile(JSON.parse(data?.['rushes.config.json'] ?? ''))
      continue
    }
    assert.deepEqual(
      Object.keys({ ...data, ...stringData }).filter((name) => !known.has(name)),
      [],
    )
  }
  const deployments = all.filter(({ kind }) => kind === 'Deployment')
  assert.equal(deployments.length, 2)
  for (const { spec } of deployments) {
    const { template } = spec ?? {}
    assert.deepEqual(spec?.selector, { matchLabels: template?.metadata.labels })
    for (const container of template?.spec.containers ?? []) {
      checkCommand(container.args)
      const probes = [container.startupProbe, container.readinessProbe, container.livenessProbe]
      for (const probe of probes) assert.ok(healthPaths.includes(probe?.httpGet.path ?? ''))
      assert.deepEqual(container.securityContext, {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      })
    }
  }
  const listed = parse(await read('deploy', 'kubernetes', 'kustomization.yaml')) as { resources: string[] }
  for (const name of listed.resources) await access(join(root, 'deploy', 'kubernetes', name))
})

test('the image is made of files that are there, and runs as nobody in particular', async () => {
  const text = await read('deploy', 'Dockerfile')
  const copied = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '))
  assert.ok(copied.length >= 8)
  for (const path of copied) await access(join(root, path))
  assert.match(text, /^USER node$/m)
  assert.match(text, /^ENTRYPOINT \["node", .*"src\/cli\/main\.ts"\]$/m)
})

test('a server has the same heap by its command, by npm and in the image', async () => {
  const [first = ''] = (await read('src', 'cli', 'main.ts')).split('\n')
  const flags = /^#!\/usr\/bin\/env -S node (--.+)$/.exec(first)?.[1]?.split(' ')
  assert.ok(flags && flags.length > 0, first)
  const list = (quote: string) => flags.map((flag) => `${quote}${flag}${quote}`).join(', ')
  assert.ok((await read('scripts', 'run.mjs')).includes(`const flags = [${list("'")}]`))
  assert.ok((await read('deploy', 'Dockerfile')).includes(`ENTRYPOINT ["node", ${list('"')}, "src/cli/main.ts"]`))
})
