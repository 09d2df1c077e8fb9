/** better-auth on our own tables: passwords, sessions, resets and confirmed addresses. Its HTTP routes are not served. */
import { createHmac } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { minPasswordCharacters } from '../contract/management/sessions.ts'
import type { Queryable } from '../db/queryable.ts'
import { newId } from '../ids.ts'
import type { Logger } from '../logger.ts'
import type { Mailer } from './mail.ts'

/** The header in which we hand better-auth the address of a caller. */
export const addressHeader = 'x-rushes-address'

const daySeconds = 86_400
const sessionSeconds = 30 * daySeconds
const resetSeconds = 3600

export interface BetterAuthOptions {
  db: Queryable
  secret: string
  /** Where callers reach the server. */
  publicUrl: string
  mailer: Mailer
  logger: Logger
}

/** The pages of the console that links lead to. */
export const linkTo = {
  resetPassword: (publicUrl: string, token: string) => `${publicUrl}/reset-password?token=${encodeURIComponent(token)}`,
  verify: (publicUrl: string, token: string) => `${publicUrl}/verify?token=${encodeURIComponent(token)}`,
  register: (publicUrl: string, token: string) => `${publicUrl}/register?invite=${encodeURIComponent(token)}`,
}

export function createBetterAuth({ db, secret, publicUrl, mailer, logger }: BetterAuthOptions) {
  return betterAuth({
    appName: 'Rushes',
    baseURL: publicUrl,
    secret: createHmac('sha256', secret).update('rushes sessions').digest('hex'),
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => logger.error({ message }, 'better-auth reported an error') },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        accountId: { type: 'string', required: true, input: false, fieldName: 'account_id' },
        role: { type: 'string', required: true, input: false },
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionSeconds,
      updateAge: daySeconds,
    },
    account: {
      modelName: 'identities',
      fields: {
        userId: 'user_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      // Without mail the administrator hands reset links on, so they must be readable.
      storeIdentifier: mailer.enabled ? 'hashed' : 'plain',
    },
    emailAndPassword: {
      enabled: true,
      // People are made by registration.ts, in one transaction with their account.
      disableSignUp: true,
      minPasswordLength: minPasswordCharacters,
      requireEmailVerification: mailer.enabled,
      resetPasswordTokenExpiresIn: resetSeconds,
      revokeSessionsOnPasswordReset: true,
      async sendResetPassword({ user, token }) {
        const url = linkTo.resetPassword(publicUrl, token)
        if (mailer.enabled) {
          mailer.send({
            to: user.email,
            subject: 'A new password for Rushes',
            text: `Somebody, you we hope, asked for a new password.\n\n${url}\n\nThe link works for an hour. If it was not you, do nothing.\n`,
          })
        } else {
          logger.warn({ user_id: user.id, url }, 'a password reset was asked for; hand this link to its owner')
        }
      },
    },
    emailVerification: {
      autoSignInAfterVerification: true,
      sendOnSignIn: true,
      async sendVerificationEmail({ user, token }) {
        mailer.send({
          to: user.email,
          subject: 'Confirm your address for Rushes',
          text: `Open this link to confirm your address and log in:\n\n${linkTo.verify(publicUrl, token)}\n\nIf you did not register, do nothing.\n`,
        })
      },
    },
    advanced: {
      cookiePrefix: 'rushes',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: newId },
    },
  })
}

export type BetterAuth = ReturnType<typeof createBetterAuth>
