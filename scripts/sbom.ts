/**
 * npm run sbom: prints what a server runs with as a bill of materials, CycloneDX 1.5, made of the lock file
 * (https://cyclonedx.org/docs/1.5/json). npm's own `npm sbom --omit=dev` leaves out packages that a package for
 * development wants as well.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  name?: string
  version?: string
  license?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  optional?: boolean
}

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'))
const { name, version, license } = read('package.json') as Required<Pick<Locked, 'name' | 'version' | 'license'>>
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }

const components = Object.entries(packages)
  .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
  .map(([path, locked]) => component(locked.name ?? path.replace(/^.*node_modules\//, ''), locked))
const once = new Map(components.map((one) => [one['bom-ref'], one]))
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: { type: 'application', ...identity(name, version), licenses: [{ expression: license }] } },
  components: [...once.values()],
}
process.stdout.write(`${JSON.stringify(bill, undefined, 2)}\n`)

function component(name: string, { version = '', license, integrity, optional }: Locked) {
  const sha512 = integrity?.match(/^sha512-(.+)$/)?.[1]
  return {
    type: 'library',
    ...identity(name, version),
    scope: optional ? 'optional' : 'required',
    ...(license && { licenses: [{ expression: license }] }),
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
  }
}

/** The package URL (https://github.com/package-url/purl-spec) is its name everywhere. */
function identity(name: string, version: string) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return { 'bom-ref': purl, name, version, purl }
}
