import { generateWithCharacterInput } from '../../contract/mcp/inputs.ts'
import { generateTool } from './generate.ts'

export const generateVideoWithCharacter = generateTool({
  name: 'sora_generate_video_with_character',
  title: 'Generate a video with a character',
  description:
    'Puts a character out of another video (one to three seconds of it) into a new scene, and waits for the film.',
  input: generateWithCharacterInput,
  version: '1.0',
  needs: { field: 'character_url', allowed: 'an http or https URL of a video of the character' },
  defaults: ({ character_start: start = 0 }) => ({ character_start: start, character_end: Number(start) + 1 }),
  waits: true,
})
