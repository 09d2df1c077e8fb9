import { generateAsyncInput } from '../../contract/mcp/inputs.ts'
import { generateTool } from './generate.ts'

export const generateVideoAsync = generateTool({
  name: 'sora_generate_video_async',
  title: 'Start a video',
  description:
    'Starts a video from a prompt, with images or a character if given, and answers at once with its task_id: for ' +
    'sora_get_task, or for a callback_url that the outcome is sent to.',
  input: generateAsyncInput,
  version: '1.0',
  waits: false,
})
