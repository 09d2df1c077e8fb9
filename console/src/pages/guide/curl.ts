/** The guide's own address and placeholders, which the reader's own take the place of. */
const exampleUrl = 'http://localhost:8080'

export interface Filling {
  baseUrl: string
  key: string
  /** The token in the address of an inbox of the reader's own. */
  inbox?: string | undefined
  /** The task that an example has made. */
  taskId?: string | undefined
}

/** A text of the guide for one reader; what is not known stays as it stands. */
export function fill(text: string, { baseUrl, key, inbox = '{inbox}', taskId = '{task_id}' }: Filling): string {
  return text
    .replaceAll(exampleUrl, baseUrl)
    .replaceAll('{token}', key)
    .replaceAll('{inbox}', inbox)
    .replaceAll('{task_id}', taskId)
}

/** The path of a link to this very server; undefined for any other. */
export function pathOfLink(href: string): string | undefined {
  return href.startsWith(`${exampleUrl}/`) ? href.slice(exampleUrl.length) : undefined
}

export interface ExampleRequest {
  /** With its query. */
  path: string
  /** Beside those that every call has. */
  headers: Record<string, string>
  /** JSON, with the guide's placeholders. */
  body: string
}

const usualHeaders = ['accept', 'authorization', 'content-type']

/** The request of a curl command as the guide writes them; undefined for any other code. */
export function readCurl(code: string): ExampleRequest | undefined {
  const [, path] = /^curl .*'http:\/\/localhost:8080(\/sora\/[^']+)'/.exec(code) ?? []
  const [, body] = / -d '([^']+)'/.exec(code) ?? []
  if (path === undefined || body === undefined) return undefined
  const headers = [...code.matchAll(/-H '([^:']+): ([^']+)'/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  return { path, body, headers: Object.fromEntries(headers.filter(([name]) => !usualHeaders.includes(name))) }
}
