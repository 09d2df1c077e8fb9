/** A multipart/form-data body as a client writes it, to be sent raw. */
export interface FormPart {
  name: string
  value: string | Buffer
  filename?: string
  type?: string
}

const boundary = 'boundary-of-the-test'

export function form(parts: readonly FormPart[]): { headers: { 'content-type': string }; payload: Buffer } {
  const chunks = parts.flatMap(({ name, value, filename, type }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`
    const kind = type === undefined ? '' : `content-type: ${type}\r\n`
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n${kind}\r\n`
    return [Buffer.from(head), Buffer.from(value), Buffer.from('\r\n')]
  })
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
