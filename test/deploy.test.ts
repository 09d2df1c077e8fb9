/** What is in `deploy/` fits the server: its settings, its options, its paths. No container engine is needed to see that. */
import assert from 'node:assert/strict'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { parseConfigFile, readConfig, roles } from '../src/config.ts'
import { readCompose, readManifests } from './support/deploy-files.ts'

const root = join(import.meta.dirname, '..')
const read = (...path: string[]) => readFile(join(root, ...path), 'utf8')
const healthPaths = ['/healthz', '/readyz']

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
  const { services, configuration } = await readCompose()
  assert.equal(services.length, 2)
  const known = await knownSettings()
  for (const { command, settings } of services) {
    checkCommand(command ?? [])
    assert.deepEqual(
      Object.keys(settings).filter((name) => !known.has(name)),
      [],
    )
    const config = await readConfig({ ...settings, RUSHES_CONFIG: '', RUSHES_ROLE: command?.[2] })
    assert.equal(config.s3?.presign, false)
  }
  parseConfigFile(JSON.parse(configuration))
})

test('the Kubernetes manifests select their own pods, probe paths that answer, and run without rights', async () => {
  const { manifests, deployments } = await readManifests()
  const known = await knownSettings()
  const kinds = manifests.map(({ kind }) => kind)
  for (const kind of ['Deployment', 'PodDisruptionBudget', 'HorizontalPodAutoscaler', 'ScaledObject', 'Ingress']) {
    assert.ok(kinds.includes(kind), kind)
  }
  for (const { metadata, data, stringData } of manifests.filter(({ kind }) => ['ConfigMap', 'Secret'].includes(kind))) {
    if (metadata.name === 'rushes-config') {
      parseConfigFile(JSON.parse(data?.['rushes.config.json'] ?? ''))
      continue
    }
    assert.deepEqual(
      Object.keys({ ...data, ...stringData }).filter((name) => !known.has(name)),
      [],
    )
  }
  assert.equal(deployments.length, 2)
  for (const {
    spec: { selector, template },
  } of deployments) {
    assert.deepEqual(selector, { matchLabels: template.metadata.labels })
    for (const container of template.spec.containers) {
      checkCommand(container.args)
      const probes = [container.startupProbe, container.readinessProbe, container.livenessProbe]
      for (const probe of probes) assert.ok(healthPaths.includes(probe.httpGet.path))
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
