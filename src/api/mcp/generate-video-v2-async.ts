import { generateV2AsyncInput } from '../../contract/mcp/inputs.ts'
import { generateTool } from './generate.ts'

export const generateVideoV2Async = generateTool({
  name: 'sora_generate_video_v2_async',
  title: 'Start a video (version 2)',
  description:
    'Starts a short video of 4, 8 or 12 seconds in a size of exact pixels and answers at once with its task_id: for ' +
    'sora_get_task, or for a callback_url that the outcome is sent to.',
  input: generateV2AsyncInput,
  version: '2.0',
  waits: false,
})
