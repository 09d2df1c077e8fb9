/** /api/v1/password_resets and profile: a new password, another name. */
import type { FastifyInstance } from 'fastify'
import { parseBody } from '../../contract/management/common.ts'
import {
  passwordChange,
  passwordReset,
  passwordResetRequest,
  profileChange,
} from '../../contract/management/sessions.ts'
import { findUser, renameUser } from '../../db/people.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { headersOf, personOf, requirePerson, setCookies } from '../caller.ts'
import { forVisitors } from './log-in.ts'
import { presentUser } from './present.ts'

export function registerProfile(app: FastifyInstance, context: ApiContext): void {
  const { people, rateLimits } = context
  const { db } = context.dispatch
  const anybody = forVisitors(context)
  const onRequest = requirePerson(context)

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

  app.patch('/api/v1/profile', { onRequest, bodyLimit: smallBodyBytes }, async (request) => {
    const { name } = parseBody(profileChange, request.body)
    const user = personOf(request)
    await db.transaction((tx) => renameUser(tx, user, name))
    return { user: presentUser((await findUser(db.root, user.id)) ?? user) }
  })

  app.post('/api/v1/profile/password', { onRequest, bodyLimit: smallBodyBytes }, async (request, reply) => {
    const { current_password, password } = parseBody(passwordChange, request.body)
    await rateLimits.logInByPerson.consume(personOf(request).email)
    setCookies(reply, await people.changePassword(current_password, password, headersOf(request)))
    return { done: true }
  })
}
