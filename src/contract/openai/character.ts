/** /v1/videos/characters: an account's named clips, to be put into scenes. */
import { z } from 'zod'
import { parseFields } from '../field-errors.ts'
import { readObject } from '../json-body.ts'

const maxNameCharacters = 80
/** The part of a clip that plays, from its start; a shorter one plays whole. */
export const characterSeconds = { min: 1, max: 3 }

export const openaiCreateCharacter = z
  .object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(maxNameCharacters)
      .meta({ description: 'What to call it.', allowed: `text of 1 to ${maxNameCharacters} characters` }),
  })
  .meta({ title: 'Character' })

export const openaiCharacter = z.object({
  id: z.string().meta({ description: '`char_` and the id of the file without its hyphens.' }),
  object: z.literal('video.character'),
  created_at: z.number().int().meta({ description: 'Unix seconds.' }),
  expires_at: z.number().int().meta({ description: 'When the clip is deleted, Unix seconds.' }),
  name: z.string(),
})
export type OpenaiCharacter = z.infer<typeof openaiCharacter>

/** Reads the fields of a form. Throws `invalid_parameters` naming field, value and what is allowed. */
export const parseOpenaiCreateCharacter = (fields: unknown): z.infer<typeof openaiCreateCharacter> =>
  parseFields(openaiCreateCharacter, readObject(fields))

/** The id of a character whose clip is this upload. */
export const characterIdOf = (uploadId: string): string => `char_${uploadId.replaceAll('-', '')}`

/** The id of the upload that is a character's clip; undefined when it is none. */
export function uploadIdOf(characterId: string): string | undefined {
  const [, a, b, c, d, e] =
    /^char_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(characterId) ?? []
  return a && `${a}-${b}-${c}-${d}-${e}`
}
