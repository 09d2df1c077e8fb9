/** /api/v1/credentials: the keys of an account. */
import { z } from 'zod'
import { RushesError } from '../../errors.ts'
import { invalidField } from '../field-errors.ts'
import { credits, listOf, overlapSeconds, parseBody, unixSeconds } from './common.ts'

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: 'To tell keys apart.', allowed: 'text of 1 to 100 characters' })
const expiresAt = z.iso
  .datetime({ offset: true })
  .meta({ description: 'When the key stops working.', allowed: 'a time such as 2030-01-31T12:00:00Z' })
const creditLimit = z
  .number()
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .meta({ description: 'The most this key may use.', allowed: 'a whole number from 0' })

export const newCredential = z.object({
  name: name.default('key'),
  expires_at: expiresAt.optional(),
  credit_limit: creditLimit.optional(),
})
/** Null takes a limit or an expiry away. */
export const credentialChange = z.object({
  name: name.optional(),
  expires_at: expiresAt.nullish(),
  credit_limit: creditLimit.nullish(),
})
export const credentialRotation = z.object({ overlap_seconds: overlapSeconds })

export const credential = z.object({
  id: z.uuid(),
  user_id: z.uuid().meta({ description: 'The account.' }),
  name: z.string(),
  prefix: z.string().meta({ description: 'The first characters of the key.' }),
  credit_limit: credits.nullable(),
  used: credits.meta({ description: 'Charged, and held for tasks under way.' }),
  created_at: unixSeconds,
  last_used_at: unixSeconds.nullable().meta({ description: 'When it last made a task.' }),
  expires_at: unixSeconds.nullable(),
  revoked_at: unixSeconds.nullable(),
  previous_until: unixSeconds.nullable().meta({ description: 'Until then the key before the rotation works, too.' }),
})
export const createdCredential = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  name: z.string(),
  token: z.string().meta({ description: 'Shown this once.' }),
})
export const credentialList = listOf(credential)
export const revokedCredential = z.object({ id: z.string(), revoked: z.boolean() })

/** Reads the body of POST /api/v1/credentials. Throws `invalid_parameters`. */
export function parseNewCredential(body: unknown): { name: string; expiresAt?: Date; creditLimit?: number } {
  const { name, expires_at, credit_limit } = parseBody(newCredential, body)
  return { name, expiresAt: readExpiry(expires_at) ?? undefined, creditLimit: credit_limit }
}

/** A time to come; undefined and null stay what they are. Throws `invalid_parameters`. */
export function readExpiry(text: string | null | undefined): Date | null | undefined {
  if (text === undefined || text === null) return text
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) throw invalidField('expires_at', text, 'a time such as 2030-01-31T12:00:00Z')
  if (time <= new Date()) {
    throw new RushesError('invalid_parameters', `expires_at is ${text}; allowed: a time to come.`)
  }
  return time
}
