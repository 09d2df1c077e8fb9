import type { TestServer } from './server.ts'

/** Sends a file as a form does, and gives the answer's body. */
export async function upload(
  server: TestServer,
  key: { authorization: string },
  name: string,
  type: string,
  bytes: Buffer,
) {
  const boundary = 'boundary-of-the-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...key, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return answer.json()
}
