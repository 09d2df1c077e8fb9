import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import csharp from 'highlight.js/lib/languages/csharp'
import go from 'highlight.js/lib/languages/go'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import php from 'highlight.js/lib/languages/php'
import powershell from 'highlight.js/lib/languages/powershell'
import python from 'highlight.js/lib/languages/python'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'

const known = {
  bash,
  csharp,
  go,
  java,
  javascript,
  json,
  kotlin,
  php,
  powershell,
  python,
  ruby,
  rust,
  swift,
  typescript,
}
for (const [name, language] of Object.entries(known)) hljs.registerLanguage(name, language)

/** Code as HTML with spans for its parts; what is in the code itself is escaped. */
export function highlight(code: string, language: string): string {
  const name = hljs.getLanguage(language) ? language : 'json'
  return hljs.highlight(code, { language: name, ignoreIllegals: true }).value
}
