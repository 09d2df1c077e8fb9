/** /api/v1/registrations, sessions and email_verifications: how a visitor becomes somebody. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireOwnOrigin } from '../../auth/origin.ts'
import type { LogIn } from '../../auth/people.ts'
import { parseBody } from '../../contract/management/common.ts'
import { emailVerification, login, registration, samePlace } from '../../contract/management/sessions.ts'
import { type ApiContext, smallBodyBytes } from '../api-context.ts'
import { headersOf, setCookies } from '../caller.ts'
import { presentUser } from './present.ts'

/** What a visitor may call: from no page of another site, and not too often. */
export const forVisitors = ({ publicUrl, rateLimits }: ApiContext) => ({
  bodyLimit: smallBodyBytes,
  async onRequest({ headers: { origin, host }, ip }: FastifyRequest): Promise<void> {
    // A page of another site must not log its visitors in here as somebody else.
    if (origin !== undefined) requireOwnOrigin({ origin, host }, publicUrl)
    await rateLimits.logInByAddress.consume(ip)
  },
})

export function registerLogIn(app: FastifyInstance, context: ApiContext): void {
  const { people, rateLimits } = context
  const anybody = forVisitors(context)

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
}

const presentLogIn = ({ user }: LogIn, returnTo: string | undefined) => ({
  user: user && presentUser(user),
  verification_sent: user === null,
  return_to: samePlace(returnTo),
})
