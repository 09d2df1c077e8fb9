import { mcpModels } from '../../contract/mcp/answers.ts'
import { nothing } from '../../contract/mcp/inputs.ts'
import { answerWith, looksOnly, type Tool } from './tool.ts'

export const listModels: Tool = {
  name: 'sora_list_models',
  title: 'List the models',
  description: 'Names the models of this server, with the durations, sizes, images and characters each can take.',
  input: nothing,
  output: mcpModels,
  annotations: looksOnly,
  run: async ({ context }) => answerWith({ models: context.offer.models }),
}
