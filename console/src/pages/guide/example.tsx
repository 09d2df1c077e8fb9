import { Stack, Tabs } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import type { Tokens } from 'marked'
import { CodeBlock } from '../../code/code-block.tsx'
import { fill, readCurl } from './curl.ts'
import { useReader } from './reader.tsx'
import { Run } from './run.tsx'

/** The languages of the guide's fences, with the names that the playground has for them. */
const languages: Readonly<Record<string, { id: string; label: string; highlight: string }>> = {
  sh: { id: 'shell', label: 'Shell', highlight: 'bash' },
  python: { id: 'python', label: 'Python', highlight: 'python' },
  js: { id: 'javascript', label: 'JavaScript', highlight: 'javascript' },
  json: { id: 'json', label: 'JSON', highlight: 'json' },
}
const plain = { id: 'text', label: 'Text', highlight: 'bash' }

/** One example, in each language that it is written in, with a button that runs it. */
export function Example({ codes }: { codes: readonly Tokens.Code[] }) {
  const [preferred, setPreferred] = useLocalStorage({ key: 'rushes.language', defaultValue: 'shell' })
  const versions = codes.map(({ lang, text }) => ({ ...(languages[lang ?? ''] ?? plain), text }))
  const shown = versions.find(({ id }) => id === preferred) ?? versions[0]
  const request = versions.map(({ text }) => readCurl(text)).find((one) => one !== undefined)
  if (!shown) return null
  return (
    <Stack gap="xs">
      {versions.length > 1 ? (
        <Tabs value={shown.id} onChange={(id) => id && setPreferred(id)} variant="pills" keepMounted={false}>
          <Tabs.List aria-label="Language">
            {versions.map(({ id, label }) => (
              <Tabs.Tab key={id} value={id} px="sm" py={6}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={shown.id} pt="xs">
            <FilledCode text={shown.text} highlight={shown.highlight} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <FilledCode text={shown.text} highlight={shown.highlight} />
      )}
      {request && <Run request={request} />}
    </Stack>
  )
}

function FilledCode({ text, highlight }: { text: string; highlight: string }) {
  const { filling, exampleKey } = useReader()
  return (
    <CodeBlock
      code={fill(text, { ...filling, key: exampleKey.shown })}
      copied={fill(text, filling)}
      language={highlight}
      maxHeight={480}
    />
  )
}
