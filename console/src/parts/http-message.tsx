import { Code, Stack, Text } from '@mantine/core'
import { CodeBlock } from '../code/code-block.tsx'

/** What was sent over HTTP: the body, laid out when it is JSON, and the headers for whoever wants them. */
export function HttpMessage({ headers, body }: { headers?: Readonly<Record<string, string>>; body: string }) {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`)
  return (
    <Stack gap="xs">
      {body === '' ? (
        <Text size="sm" c="dimmed">
          Without a body.
        </Text>
      ) : (
        <CodeBlock code={layOut(body)} copied={body} language="json" label="the body" maxHeight={320} />
      )}
      {lines.length > 0 && (
        <details>
          <summary>
            <Text span size="sm">
              {lines.length} headers
            </Text>
          </summary>
          <Code block mt="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {lines.join('\n')}
          </Code>
        </details>
      )}
    </Stack>
  )
}

function layOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
