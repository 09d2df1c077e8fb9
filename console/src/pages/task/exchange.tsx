import { Tabs } from '@mantine/core'
import type { TaskDetail } from '../../api/types.ts'
import { CodeBlock } from '../../code/code-block.tsx'

/** The JSON that went both ways. */
export function Exchange({ task }: { task: TaskDetail }) {
  const documents = [
    ['request', 'Request', task.request],
    ['response', 'Answer', task.response],
  ] as const
  return (
    <Tabs defaultValue="request" keepMounted={false}>
      <Tabs.List>
        {documents.map(([id, label]) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {documents.map(([id, label, document]) => (
        <Tabs.Panel key={id} value={id} pt="xs">
          <CodeBlock
            code={JSON.stringify(document, null, 2)}
            language="json"
            label={`the ${label.toLowerCase()}`}
            maxHeight={360}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
