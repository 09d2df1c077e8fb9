/** A person with a browser's session, for tests that speak HTTP by injection. */
import assert from 'node:assert/strict'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { assertFitsOperation } from './answers.ts'
import { type TestServer, testUrl } from './server.ts'

export const password = 'correct horse battery'

export interface Person {
  accountId: string
  userId: string
  cookie: string
  /** A call as their browser makes it, from a page of the server. */
  call(method: InjectOptions['method'], url: string, body?: object): Promise<LightMyRequestResponse>
}

/** The cookies of an answer as the browser sends them back. */
export function cookiesOf(answer: LightMyRequestResponse): string {
  const set = [answer.headers['set-cookie'] ?? []].flat()
  return set.map((one) => one.split(';')[0]).join('; ')
}

/** Calls from a page of the server, with a cookie. */
export function browserCall(server: TestServer, cookie: string): Person['call'] {
  return async (method, url, body) => {
    const answer = await server.inject({
      method,
      url,
      headers: {
        origin: testUrl,
        host: new URL(testUrl).host,
        cookie,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { payload: JSON.stringify(body) }),
    })
    assertFitsOperation(String(method), url, answer)
    return answer
  }
}

/** Registers somebody; the first of a server is its administrator. */
export async function register(server: TestServer, name: string, more: object = {}): Promise<Person> {
  const answer = await browserCall(server, '')('POST', '/api/v1/registrations', {
    email: `${name}@example.com`,
    password,
    name,
    ...more,
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { user } = answer.json()
  const cookie = cookiesOf(answer)
  return { accountId: user.account_id, userId: user.id, cookie, call: browserCall(server, cookie) }
}

/** Somebody who has acquired the service, with a key. */
export async function registerWithKey(server: TestServer, name: string) {
  const person = await register(server, name)
  const application = (await person.call('POST', '/api/v1/applications', {})).json()
  const credential = (await person.call('POST', '/api/v1/credentials', { name: 'laptop' })).json()
  const headers = { authorization: `Bearer ${credential.token}` }
  return { ...person, application, credential, headers }
}
