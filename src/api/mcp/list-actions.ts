import { mcpActions } from '../../contract/mcp/answers.ts'
import { nothing } from '../../contract/mcp/inputs.ts'
import { answerWith, looksOnly, type Tool } from './tool.ts'

/** A table of contents of the tools, itself among them. */
export function listActions(others: readonly Tool[]): Tool {
  const self: Tool = {
    name: 'sora_list_actions',
    title: 'List the tools',
    description: 'Says what each of these tools is for.',
    input: nothing,
    output: mcpActions,
    annotations: looksOnly,
    run: async () =>
      answerWith({ actions: [...others, self].map(({ name, description }) => ({ tool: name, description })) }),
  }
  return self
}
