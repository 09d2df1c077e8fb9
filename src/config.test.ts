import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { ConfigError } from './errors.ts'

const refusal = async (environment: Record<string, string>): Promise<string> => {
  const error = await readConfig(environment).then(
    () => assert.fail(`accepted: ${JSON.stringify(environment)}`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof ConfigError)
  return error.message
}

test('without settings it is the embedded profile, for this machine only', async () => {
  const config = await readConfig({})
  assert.deepEqual([config.host, config.port, config.databaseUrl], ['127.0.0.1', 8080, undefined])
  assert.equal(config.allowPrivateUrls, true)
  assert.deepEqual(Object.keys(config.models), ['sora-2', 'sora-2-pro'])
})

test('a server that others can reach does not fetch from private addresses unless it is told to', async () => {
  assert.equal((await readConfig({ HOST: '0.0.0.0' })).allowPrivateUrls, false)
  assert.equal((await readConfig({ HOST: '0.0.0.0', RUSHES_ALLOW_PRIVATE_URLS: 'yes' })).allowPrivateUrls, true)
  assert.equal((await readConfig({ RUSHES_ALLOW_PRIVATE_URLS: 'off' })).allowPrivateUrls, false)
  assert.equal((await readConfig({ PUBLIC_URL: 'https://videos.example.com' })).allowPrivateUrls, false)
})

test('an empty variable is one that is not set', async () => {
  assert.equal((await readConfig({ PORT: '', DATABASE_URL: ' ' })).port, 8080)
})

test('a bad value is refused by its variable and never shown', async () => {
  assert.match(await refusal({ PORT: 'abc' }), /^PORT is not an integer from 0 to 65535/)
  assert.match(await refusal({ PORT: '70000' }), /^PORT/)
  assert.match(await refusal({ PUBLIC_URL: 'ftp://x' }), /^PUBLIC_URL is not a URL that starts with http/)
  assert.match(await refusal({ RUSHES_ALLOW_PRIVATE_URLS: 'maybe' }), /^RUSHES_ALLOW_PRIVATE_URLS/)
  assert.match(await refusal({ LOG_LEVEL: 'loud' }), /^LOG_LEVEL is none of/)
  for (const name of ['RUSHES_SECRET', 'RUSHES_API_KEY', 'DATABASE_URL']) {
    const message = await refusal({ [name]: 'hunter2' })
    assert.match(message, new RegExp(`^${name}`))
    assert.doesNotMatch(message, /hunter2/)
  }
})

test('crash points are refused on a server that others can reach, and elsewhere than on this machine', async () => {
  const RUSHES_CRASH_POINTS = 'http://127.0.0.1:9000'
  assert.equal((await readConfig({ RUSHES_CRASH_POINTS })).crashPoints, RUSHES_CRASH_POINTS)
  assert.match(await refusal({ RUSHES_CRASH_POINTS, HOST: '0.0.0.0' }), /^RUSHES_CRASH_POINTS is for tests/)
  assert.match(await refusal({ RUSHES_CRASH_POINTS, PUBLIC_URL: 'https://a.example' }), /^RUSHES_CRASH_POINTS/)
  assert.match(await refusal({ RUSHES_CRASH_POINTS: 'http://192.0.2.7' }), /^RUSHES_CRASH_POINTS/)
})

test('a bucket has what other servers than Amazon need as soon as one is named', async () => {
  assert.equal((await readConfig({})).s3, undefined)
  const amazon = (await readConfig({ S3_BUCKET: 'films', AWS_REGION: 'eu-west-1' })).s3
  assert.deepEqual(
    [amazon?.forcePathStyle, amazon?.region, amazon?.prefix, amazon?.presign],
    [false, 'eu-west-1', '', true],
  )
  const other = (await readConfig({ S3_BUCKET: 'films', S3_ENDPOINT: 'http://minio:9000', S3_PREFIX: 'a/b' })).s3
  assert.deepEqual([other?.forcePathStyle, other?.region, other?.prefix], [true, 'us-east-1', 'a/b/'])
  assert.match(await refusal({ S3_BUCKET: 'No Bucket' }), /^S3_BUCKET/)
  assert.match(await refusal({ S3_BUCKET: 'films', S3_PREFIX: '../up' }), /^S3_PREFIX/)
  assert.match(await refusal({ S3_BUCKET: 'films', S3_ENDPOINT: 'minio:9000' }), /^S3_ENDPOINT/)
})

test('a process of one role of several is refused without what they share', async () => {
  assert.match(
    await refusal({ RUSHES_ROLE: 'api', S3_BUCKET: 'films' }),
    /^RUSHES_ROLE: the role api shares its work .* needs DATABASE_URL and RUSHES_SECRET\.$/,
  )
  assert.match(await refusal({ RUSHES_ROLE: 'both' }), /^RUSHES_ROLE is none of all, api, worker/)
  assert.match(await refusal({ RUSHES_ENGINES: 'animatic, wan' }), /^RUSHES_ENGINES names the engine wan; .*animatic/)
  assert.match(await refusal({ RUSHES_ENGINES: ' , ' }), /^RUSHES_ENGINES names none; the engines are animatic/)
  assert.deepEqual((await readConfig({ RUSHES_ENGINES: ' animatic ' })).workerEngines, ['animatic'])
  const shared = { DATABASE_URL: 'postgres://a/b', S3_BUCKET: 'films', RUSHES_SECRET: 'a-secret-of-the-test' }
  assert.match(await refusal({ ...shared, RUSHES_ROLE: 'api', RUSHES_ENGINES: 'animatic' }), /^RUSHES_ENGINES is for/)
})

test('a configuration cannot be changed', async () => {
  const config = await readConfig({})
  assert.throws(() => {
    ;(config.limits as { requestsPerMinute: number }).requestsPerMinute = 1
  }, TypeError)
})

test('the config file is read as JSON or as a module, and its errors name the key', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rushes-config-'))
  const write = async (name: string, text: string) => {
    await writeFile(join(directory, name), text)
    return { RUSHES_CONFIG: join(directory, name) }
  }
  const json = await write('a.json', '{"models": {"mine": ["scripted"]}, "retentionDays": 3}')
  const config = await readConfig(json)
  assert.deepEqual([config.retentionDays, config.models], [3, { mine: ['scripted'] }])
  const module = await write('b.ts', 'const days: number = 9\nexport default { retentionDays: days }')
  assert.equal((await readConfig(module)).retentionDays, 9)
  assert.match(await refusal(await write('c.json', '{"retentionDay": 3}')), /RUSHES_CONFIG: .*retentionDay/)
  assert.match(
    await refusal(await write('d.json', '{"limits": {"bodyBytes": "x"}}')),
    /RUSHES_CONFIG: limits\.bodyBytes/,
  )
  assert.match(await refusal(await write('e.json', '{')), /RUSHES_CONFIG names a file that could not be read/)
  assert.match(await refusal({ RUSHES_CONFIG: join(directory, 'none.json') }), /RUSHES_CONFIG names a file/)
  await rm(directory, { recursive: true })
})
