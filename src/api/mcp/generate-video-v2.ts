import { generateV2Input } from '../../contract/mcp/inputs.ts'
import { generateTool } from './generate.ts'

export const generateVideoV2 = generateTool({
  name: 'sora_generate_video_v2',
  title: 'Generate a video (version 2)',
  description:
    'Makes a short video, 4, 8 or 12 seconds, in a size of exact pixels, and waits for it; from a reference image of the ' +
    'same pixels if given.',
  input: generateV2Input,
  version: '2.0',
  waits: true,
})
