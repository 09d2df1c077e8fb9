/** The languages a request is shown in, each with the library that most of its people use. */
import { csharpHttpclient } from '@scalar/snippetz/plugins/csharp/httpclient'
import { goNative } from '@scalar/snippetz/plugins/go/native'
import { javaNethttp } from '@scalar/snippetz/plugins/java/nethttp'
import { jsFetch } from '@scalar/snippetz/plugins/js/fetch'
import { kotlinOkhttp } from '@scalar/snippetz/plugins/kotlin/okhttp'
import { phpCurl } from '@scalar/snippetz/plugins/php/curl'
import { powershellRestmethod } from '@scalar/snippetz/plugins/powershell/restmethod'
import { pythonRequests } from '@scalar/snippetz/plugins/python/requests'
import { rubyNative } from '@scalar/snippetz/plugins/ruby/native'
import { rustReqwest } from '@scalar/snippetz/plugins/rust/reqwest'
import { shellCurl } from '@scalar/snippetz/plugins/shell/curl'
import { swiftNsurlsession } from '@scalar/snippetz/plugins/swift/nsurlsession'

export interface ApiRequest {
  url: string
  key: string
  body: object
}

type Generate = typeof shellCurl.generate

export interface Language {
  id: string
  label: string
  /** The name by which highlight.js knows it. */
  highlight: string
  generate: Generate
}

export const languages: readonly Language[] = [
  { id: 'shell', label: 'Shell', highlight: 'bash', generate: shellCurl.generate },
  { id: 'python', label: 'Python', highlight: 'python', generate: pythonRequests.generate },
  { id: 'javascript', label: 'JavaScript', highlight: 'javascript', generate: jsFetch.generate },
  { id: 'typescript', label: 'TypeScript', highlight: 'typescript', generate: typedFetch },
  { id: 'go', label: 'Go', highlight: 'go', generate: goNative.generate },
  { id: 'java', label: 'Java', highlight: 'java', generate: javaNethttp.generate },
  { id: 'php', label: 'PHP', highlight: 'php', generate: phpCurl.generate },
  { id: 'csharp', label: 'C#', highlight: 'csharp', generate: csharpHttpclient.generate },
  { id: 'ruby', label: 'Ruby', highlight: 'ruby', generate: rubyNative.generate },
  { id: 'kotlin', label: 'Kotlin', highlight: 'kotlin', generate: kotlinOkhttp.generate },
  { id: 'swift', label: 'Swift', highlight: 'swift', generate: swiftNsurlsession.generate },
  { id: 'rust', label: 'Rust', highlight: 'rust', generate: rustReqwest.generate },
  { id: 'powershell', label: 'PowerShell', highlight: 'powershell', generate: powershellRestmethod.generate },
]

/** A request as code of one language, ready to run. */
export function codeOf({ generate }: Language, { url, key, body }: ApiRequest): string {
  return generate({
    method: 'POST',
    url,
    headers: [
      { name: 'accept', value: 'application/json' },
      { name: 'authorization', value: `Bearer ${key}` },
      { name: 'content-type', value: 'application/json' },
    ],
    postData: { mimeType: 'application/json', text: JSON.stringify(body) },
  })
}

/** As JavaScript's, with the answer's type. */
function typedFetch(...request: Parameters<Generate>): string {
  return `interface Answer {
  success: boolean
  task_id: string
  trace_id: string
  data?: { id: string; video_url: string; state: string }[]
  error?: { code: string; message: string }
}

const response = await ${jsFetch
    .generate(...request)
    .trim()
    .replace(/;$/, '')}
const answer = (await response.json()) as Answer
console.log(answer.data?.[0]?.video_url ?? answer.error?.message)`
}
