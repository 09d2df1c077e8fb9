import { generateFromImageInput } from '../../contract/mcp/inputs.ts'
import { generateTool } from './generate.ts'

export const generateVideoFromImage = generateTool({
  name: 'sora_generate_video_from_image',
  title: 'Generate a video from images',
  description:
    'Makes a video that begins from reference images, as the prompt says, and waits for it. The images are links, data: ' +
    'URLs or base 64.',
  input: generateFromImageInput,
  version: '1.0',
  needs: { field: 'image_urls', allowed: 'one or more http(s) URLs, data: URLs or base64 images' },
  waits: true,
})
