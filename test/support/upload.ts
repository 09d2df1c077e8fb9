import { form } from './form.ts'
import type { TestServer } from './server.ts'

/** Sends a file as a form does, and gives the answer's body. */
export async function upload(
  server: TestServer,
  key: { authorization: string },
  name: string,
  type: string,
  bytes: Buffer,
) {
  const { headers, payload } = form([{ name: 'file', value: bytes, filename: name, type }])
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...key, ...headers },
    payload,
  })
  return answer.json()
}
