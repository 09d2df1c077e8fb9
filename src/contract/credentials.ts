/** /api/v1/credentials: the keys of the API, managed by whoever runs the server. */
import { z } from 'zod'
import { RushesError } from '../errors.ts'
import { invalidField, parseFields } from './field-errors.ts'
import { readObject } from './json-body.ts'

export const newCredential = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .default('key')
    .meta({ description: 'To tell keys apart.', allowed: 'text of 1 to 100 characters' }),
  expires_at: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'When the key stops working.', allowed: 'a time such as 2030-01-31T12:00:00Z' }),
})

export const credential = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  name: z.string(),
  prefix: z.string().meta({ description: 'The first characters of the key.' }),
  created_at: z.number(),
  expires_at: z.number().nullable(),
  revoked_at: z.number().nullable(),
})

export const createdCredential = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  name: z.string(),
  token: z.string().meta({ description: 'Shown this once.' }),
})

export const credentialList = z.object({ items: z.array(credential), count: z.number().int() })
export const revokedCredential = z.object({ id: z.string(), revoked: z.boolean() })

export const webhookSecret = z.object({
  user_id: z.uuid(),
  webhook_secret: z.string().meta({ description: 'Verifies callbacks by Standard Webhooks, `whsec_…`.' }),
})

/** Reads the body of POST /api/v1/credentials. Throws `invalid_parameters`. */
export function parseNewCredential(body: unknown): { name: string; expiresAt: Date | undefined } {
  const { name, expires_at } = parseFields(newCredential, readObject(body))
  if (expires_at === undefined) return { name, expiresAt: undefined }
  const expiresAt = new Date(expires_at)
  if (Number.isNaN(expiresAt.getTime()))
    throw invalidField('expires_at', expires_at, 'a time such as 2030-01-31T12:00:00Z')
  if (expiresAt <= new Date())
    throw new RushesError('invalid_parameters', `expires_at is ${expires_at}; allowed: a time to come.`)
  return { name, expiresAt }
}
