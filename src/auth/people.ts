import { APIError } from 'better-auth/api'
import type { Database } from '../db/connect.ts'
import { findUser, findUserByEmail, type UserRow } from '../db/people.ts'
import { RushesError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { createBetterAuth } from './better-auth.ts'
import type { Mailer } from './mail.ts'
import { type Registration, registerPerson } from './registration.ts'

/** What a call of better-auth ended in: the person, and the cookies that the browser is to keep. */
export interface LogIn {
  /** Null when the address has to be confirmed first. */
  user: UserRow | null
  cookies: string[]
}

export interface Session {
  id: string
  user: UserRow
  /** The session was prolonged: the browser is to keep these. */
  cookies: string[]
}

export interface People {
  registration: Registration
  mail: boolean
  /** Throws `forbidden` and `invalid_parameters`. */
  register(person: { email: string; password: string; name: string; invite?: string }, headers: Headers): Promise<LogIn>
  /** Throws `invalid_token`, with the same words for an unknown address and a wrong password. */
  logIn(email: string, password: string, headers: Headers): Promise<LogIn>
  /** Who the cookie of these headers belongs to; nothing when there is none, or its session has ended. */
  sessionOf(headers: Headers): Promise<Session | undefined>
  logOut(headers: Headers): Promise<string[]>
  verifyEmail(token: string, headers: Headers): Promise<LogIn>
  askForReset(email: string): Promise<void>
  /** Ends every session of the person. Throws `invalid_parameters` for a link that is no good. */
  resetPassword(token: string, password: string): Promise<void>
  /** Ends every other session. Throws `invalid_parameters` when the current password is wrong. */
  changePassword(current: string, password: string, headers: Headers): Promise<string[]>
}

export interface PeopleOptions {
  db: Database
  secret: string
  publicUrl: string
  registration: Registration
  mailer: Mailer
  logger: Logger
}

const wrongLogIn = 'The address or the password is wrong.'

/** Registration, log-in, sessions and passwords, by better-auth. */
export function createPeople({ db, registration, mailer, ...options }: PeopleOptions): People {
  const auth = createBetterAuth({ ...options, db: db.root, mailer })

  async function loggedIn(userId: string, headers: Headers): Promise<LogIn> {
    return { user: (await findUser(db.root, userId)) ?? null, cookies: headers.getSetCookie() }
  }

  async function logIn(email: string, password: string, headers: Headers): Promise<LogIn> {
    try {
      const { response, headers: answered } = await auth.api.signInEmail({
        body: { email, password },
        headers,
        returnHeaders: true,
      })
      return await loggedIn(response.user.id, answered)
    } catch (cause) {
      if (isRefusal(cause) && cause.body?.code === 'EMAIL_NOT_VERIFIED') return { user: null, cookies: [] }
      if (isRefusal(cause)) throw new RushesError('invalid_token', wrongLogIn, { cause })
      throw cause
    }
  }

  async function sessionOf(headers: Headers): Promise<Session | undefined> {
    if (!headers.get('cookie')) return undefined
    const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true })
    if (!response) return undefined
    const user = await findUser(db.root, response.user.id)
    return user && { id: response.session.id, user, cookies: answered.getSetCookie() }
  }

  return {
    registration,
    mail: mailer.enabled,
    logIn,
    async register({ email, password, name, invite }, headers) {
      const passwordHash = await (await auth.$context).password.hash(password)
      const made = await registerPerson(db, registration, { email, name, invite, passwordHash })
      if (!mailer.enabled) {
        if (made) return logIn(email, password, headers)
        throw new RushesError(
          'invalid_parameters',
          'email is taken; allowed: another address, or log in with this one.',
        )
      }
      // Where addresses are confirmed by mail, only the mail says whether one was known.
      if (made) await auth.api.sendVerificationEmail({ body: { email } })
      else if ((await findUserByEmail(db.root, email)) !== undefined) mailer.send(alreadyRegistered(email))
      return { user: null, cookies: [] }
    },
    sessionOf,
    async logOut(headers) {
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie()
    },
    async verifyEmail(token, headers) {
      const { headers: answered } = await auth.api
        .verifyEmail({ query: { token }, headers, returnHeaders: true })
        .catch((cause: unknown) => throwBadLink(cause))
      const cookies = answered.getSetCookie()
      const pairs = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
      return { user: (await sessionOf(new Headers({ cookie: pairs })))?.user ?? null, cookies }
    },
    async askForReset(email) {
      await auth.api.requestPasswordReset({ body: { email } })
    },
    async resetPassword(token, newPassword) {
      await auth.api.resetPassword({ body: { token, newPassword } }).catch((cause: unknown) => throwBadLink(cause))
    },
    async changePassword(currentPassword, newPassword, headers) {
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      try {
        return (await auth.api.changePassword({ body, headers, returnHeaders: true })).headers.getSetCookie()
      } catch (cause) {
        if (!isRefusal(cause)) throw cause
        throw new RushesError('invalid_parameters', 'current_password is wrong; allowed: the password as it is now.', {
          cause,
        })
      }
    },
  }
}

/** better-auth's word that the caller is wrong, as opposed to a fault. */
const isRefusal = (error: unknown): error is APIError => error instanceof APIError && error.statusCode < 500

function throwBadLink(cause: unknown): never {
  if (!isRefusal(cause)) throw cause
  throw new RushesError(
    'invalid_parameters',
    'token is no good: the link was used or has expired; ask for a new one.',
    {
      cause,
    },
  )
}

const alreadyRegistered = (to: string) => ({
  to,
  subject: 'You have an account at Rushes',
  text: 'Somebody, you perhaps, tried to register with this address, which has an account. Log in, or ask for a new password.\n',
})
