import { Stack, Tabs } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { useSession } from '../../api/session.ts'
import { CodeBlock } from '../../code/code-block.tsx'
import { ExampleKeyBar, useExampleKey } from '../../code/example-key.tsx'
import { codeOf, languages } from '../../code/languages.ts'

/** The request as code, in the reader's language, with the chosen key masked until it is asked for. */
export function RequestCode({ request }: { request: Record<string, unknown> }) {
  const { data: session } = useSession()
  const exampleKey = useExampleKey()
  const [id, setId] = useLocalStorage({ key: 'rushes.language', defaultValue: 'shell' })
  const language = languages.find((one) => one.id === id) ?? languages[0]
  if (!language) return null
  const url = `${session?.base_url ?? window.location.origin}/sora/videos`
  const codeWith = (key: string) => codeOf(language, { url, key, body: request })
  return (
    <Stack gap="xs">
      <Tabs value={language.id} onChange={(value) => value && setId(value)} variant="pills" keepMounted={false}>
        <Tabs.List aria-label="Language">
          {languages.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id} px="sm" py={6}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={language.id} pt="xs">
          <CodeBlock
            code={codeWith(exampleKey.shown)}
            copied={codeWith(exampleKey.copied)}
            language={language.highlight}
            maxHeight={420}
          />
        </Tabs.Panel>
      </Tabs>
      <ExampleKeyBar exampleKey={exampleKey} name="playground" />
    </Stack>
  )
}
