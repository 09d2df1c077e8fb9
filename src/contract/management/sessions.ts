/** /api/v1/session, sessions, registrations, password resets and the profile: people and how they log in. */
import { z } from 'zod'
import { listOf, unixSeconds } from './common.ts'

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ description: 'An e-mail address.', allowed: 'an e-mail address' })
export const minPasswordCharacters = 10
const newPassword = z
  .string()
  .min(minPasswordCharacters)
  .max(128)
  .meta({ allowed: `text of ${minPasswordCharacters} to 128 characters` })
const knownPassword = z.string().min(1).max(128).meta({ allowed: 'the password, as text' })
const token = z.string().min(1).max(512).meta({ allowed: 'the token of the link' })
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: 'Shown in the console.', allowed: 'text of 1 to 100 characters' })
const returnTo = z.string().max(2000).optional().meta({
  description: 'The page to go back to; anything but a path of this server becomes `/`.',
  allowed: 'a path such as /playground?model=sora-2',
})

export const registration = z.object({
  email,
  password: newPassword,
  name: personName.optional(),
  invite: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The token of an invitation.', allowed: 'the token of an invitation' }),
  return_to: returnTo,
})
export const login = z.object({ email, password: knownPassword, return_to: returnTo })
export const passwordResetRequest = z.object({ email })
export const passwordReset = z.object({ token, password: newPassword })
export const emailVerification = z.object({ token, return_to: returnTo })
export const passwordChange = z.object({ current_password: knownPassword, password: newPassword })
export const profileChange = z.object({ name: personName })

export const user = z.object({
  id: z.uuid(),
  account_id: z.uuid().meta({ description: 'What tasks call `user_id`.' }),
  name: z.string(),
  email: z.string(),
  role: z.enum(['administrator', 'member']),
  created_at: unixSeconds,
})

export const sessionAnswer = z.object({
  user: user.nullable().meta({ description: 'Null for a visitor.' }),
  registration: z.enum(['open', 'invite', 'closed']),
  first: z.boolean().meta({ description: 'Nobody has registered yet: whoever does becomes the administrator.' }),
  mail: z
    .boolean()
    .meta({ description: 'Whether the server sends e-mail; if not, reset links go to the administrator.' }),
  base_url: z.string().meta({ description: 'What examples of code begin with.' }),
  version: z.string(),
})

/** What registering and logging in answer; the cookie comes with it. */
export const loggedIn = z.object({
  user: user.nullable().meta({ description: 'Null when the address must be confirmed first.' }),
  verification_sent: z.boolean().meta({ description: 'A link to confirm the address was sent to it.' }),
  return_to: z.string().meta({ description: 'A path of this server.' }),
})
export const loggedOut = z.object({ ended: z.boolean() })
export const profileAnswer = z.object({ user })
export const done = z.object({ done: z.literal(true) })

export const session = z.object({
  id: z.uuid(),
  current: z.boolean(),
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  created_at: unixSeconds,
  expires_at: unixSeconds,
})
export const sessionList = listOf(session)

/**
 * `text` when it is a path of this very server, else `/`: browsers read `//host`, `/\host` and paths with control
 * characters in them as other places.
 */
export function samePlace(text: string | undefined): string {
  const base = 'http://here.invalid'
  if (text === undefined || !text.startsWith('/') || /[\\\u0000-\u001f]/.test(text)) return '/'
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  return url?.origin === base && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/'
}
