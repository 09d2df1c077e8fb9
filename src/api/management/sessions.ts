/** /api/v1/session, sessions, registrations, password resets and the profile. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireOwnOrigin } from '../../auth/origin.ts'
import type { LogIn } from '../../auth/people.ts'
import { parseBody, present } from '../../contract/management/common.ts'
import {
  emailVerification,
  login,
  passwordChange,
  passwordReset,
  passwordResetRequest,
  profileChange,
  registration,
  samePlace,
} from '../../contract/management/sessions.ts'
import { endSession, findUser, hasUsers, listSessions, renameUser, type UserRow } from '../../db/people.ts'
import { RushesError } from '../../errors.ts'
import { isUuid } from '../../ids.ts'
import { packageVersion } from '../../version.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { callerOf, headersOf, requirePerson, setCookies } from '../caller.ts'
import { notFound, toSeconds } from './present.ts'

export function registerSessions(app: FastifyInstance, context: ApiContext): void {
  const { people, publicUrl, rateLimits } = context
  const { db } = context.dispatch
  const onRequest = requirePerson(context)
  const limitAddress = async (request: FastifyRequest) => {
    // A page of another site must not log its visitors in here as somebody else.
    if (request.headers.origin !== undefined) {
      requireOwnOrigin({ origin: request.headers.origin, host: request.headers.host }, publicUrl)
    }
    await rateLimits.logInByAddress.consume(request.ip)
  }
  const anybody = { bodyLimit: smallBodyBytes, onRequest: limitAddress }

  app.get('/api/v1/session', async (request, reply) => {
    const session = await people.sessionOf(headersOf(request))
    setCookies(reply, session?.cookies ?? [])
    return {
      user: session ? presentUser(session.user) : null,
      registration: people.registration,
      first: !(await hasUsers(db.root)),
      mail: people.mail,
      base_url: publicUrl,
      version: packageVersion,
    }
  })

  app.post('/api/v1/registrations', anybody, async (request, reply) => {
    const { return_to, ...person } = parseBody(registration, request.body)
    await rateLimits.register.consume(request.ip)
    const name = person.name ?? person.email.split('@')[0] ?? 'somebody'
    const made = await people.register({ ...person, name }, headersOf(request))
    setCookies(reply, made.cookies)
    return presentLogIn(made, return_to)
  })

  app.post('/api/v1/sessions', anybody, async (request, reply) => {
    const { email, password, return_to } = parseBody(login, request.body)
    await rateLimits.logInByPerson.consume(email)
    const made = await people.logIn(email, password, headersOf(request))
    setCookies(reply, made.cookies)
    return presentLogIn(made, return_to)
  })

  app.post('/api/v1/email_verifications', anybody, async (request, reply) => {
    const { token, return_to } = parseBody(emailVerification, request.body)
    const made = await people.verifyEmail(token, headersOf(request))
    setCookies(reply, made.cookies)
    return { ...presentLogIn(made, return_to), verification_sent: false }
  })

  app.post('/api/v1/password_resets', anybody, async (request) => {
    const { email } = parseBody(passwordResetRequest, request.body)
    await rateLimits.logInByPerson.consume(`reset ${email}`)
    await people.askForReset(email)
    return { done: true }
  })

  app.post('/api/v1/password_resets/confirm', anybody, async (request) => {
    const { token, password } = parseBody(passwordReset, request.body)
    await people.resetPassword(token, password)
    return { done: true }
  })

  app.delete('/api/v1/session', { onRequest }, async (request, reply) => {
    setCookies(reply, await people.logOut(headersOf(request)))
    return { ended: callerOf(request).via === 'session' }
  })

  app.get('/api/v1/sessions', { onRequest }, async (request) => {
    const { sessionId } = callerOf(request)
    const rows = await listSessions(db.root, userOf(request).id)
    return present(
      rows.map((row) => ({
        id: row.id,
        current: row.id === sessionId,
        ip_address: row.ip_address,
        user_agent: row.user_agent,
        created_at: toSeconds(row.created_at),
        expires_at: toSeconds(row.expires_at),
      })),
    )
  })

  app.delete<{ Params: { id: string } }>('/api/v1/sessions/:id', { onRequest }, async (request) => {
    const { id } = request.params
    if (!isUuid(id) || !(await endSession(db.root, userOf(request).id, id))) throw notFound('session')
    return { ended: true }
  })

  app.patch('/api/v1/profile', { onRequest, bodyLimit: smallBodyBytes }, async (request) => {
    const { name } = parseBody(profileChange, request.body)
    const user = userOf(request)
    await db.transaction((tx) => renameUser(tx, user, name))
    return { user: presentUser((await findUser(db.root, user.id)) ?? user) }
  })

  app.post('/api/v1/profile/password', { onRequest, bodyLimit: smallBodyBytes }, async (request, reply) => {
    const { current_password, password } = parseBody(passwordChange, request.body)
    await rateLimits.logInByPerson.consume(userOf(request).email)
    setCookies(reply, await people.changePassword(current_password, password, headersOf(request)))
    return { done: true }
  })
}

function userOf(request: FastifyRequest): UserRow {
  const { user } = callerOf(request)
  if (user) return user
  throw new RushesError('forbidden', 'This is for a person with a session; the operator token has none.')
}

const presentLogIn = ({ user }: LogIn, returnTo: string | undefined) => ({
  user: user && presentUser(user),
  verification_sent: user === null,
  return_to: samePlace(returnTo),
})

const presentUser = (user: UserRow) => ({
  id: user.id,
  account_id: user.account_id,
  name: user.name,
  email: user.email,
  role: user.role,
  created_at: toSeconds(user.created_at),
})
