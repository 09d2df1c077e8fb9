import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'

const crockford = '0123456789abcdefghjkmnpqrstvwxyz'
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const newTaskId = (): string => randomUUID()
export const newTraceId = (): string => randomUUID()
export const newId = (): string => randomUUID()

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => uuidPattern.test(text)

/** A ULID in lower case: 48 bits of milliseconds and 80 random bits in Crockford base 32 (github.com/ulid/spec). */
export function newUlid(at: Date): string {
  let value = (BigInt(at.getTime()) << 80n) | BigInt(`0x${randomBytes(10).toString('hex')}`)
  let text = ''
  for (let digit = 0; digit < 26; digit++) {
    text = crockford[Number(value & 31n)] + text
    value >>= 5n
  }
  return text
}

/** The id of the video a task ends in: `<model>:task_<ULID>` in version 1.0, a plain UUID in version 2.0. */
export function newVideoId(version: '1.0' | '2.0', model: string, at: Date): string {
  return version === '1.0' ? `${model}:task_${newUlid(at)}` : randomUUID()
}

/** The 24 hexadecimal digits a task record carries as `_id`: its second of creation and 64 bits of its UUID's hash. */
export function recordIdOf(taskId: string, createdAt: Date): string {
  const seconds = Math.floor(createdAt.getTime() / 1000)
  const digest = createHash('sha256').update(taskId).digest('hex')
  return seconds.toString(16).padStart(8, '0') + digest.slice(0, 16)
}

/** A new API key: the prefix lets secret scanners recognise it, 40 base-62 digits carry 238 bits. */
export function newApiKey(): string {
  let key = 'rushes_'
  for (let digit = 0; digit < 40; digit++) key += base62[randomInt(62)]
  return key
}

/** A signing secret in the notation of Standard Webhooks: `whsec_` and 32 bytes in base 64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** A seed for engines that take one: 32 bits, unsigned. */
export const newSeed = (): number => randomBytes(4).readUInt32BE()
