import { generateInput } from '../../contract/mcp/inputs.ts'
import { generateTool } from './generate.ts'

export const generateVideo = generateTool({
  name: 'sora_generate_video',
  title: 'Generate a video',
  description:
    'Makes a video with sound from a prompt and waits for it: 10, 15 or 25 seconds, small or large. Answers with the ' +
    'film’s link and its thumbnail.',
  input: generateInput,
  version: '1.0',
  waits: true,
})
