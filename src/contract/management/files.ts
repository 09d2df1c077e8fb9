/** /api/v1/files: images and videos of one's own, to be used as references. */
import { z } from 'zod'
import { listOf, unixSeconds } from './common.ts'

export const uploadedFile = z.object({
  id: z.uuid(),
  kind: z.enum(['image', 'video']),
  url: z.url().meta({ description: 'For `image_urls` or `character_url`; plays without a header until `expires_at`.' }),
  content_type: z.string(),
  bytes: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  duration: z.number().nullable().meta({ description: 'Seconds, of a video.' }),
  name: z.string().meta({ description: 'As the sender named it.' }),
  created_at: unixSeconds,
  expires_at: unixSeconds,
})
export const uploadedFileList = listOf(uploadedFile)
