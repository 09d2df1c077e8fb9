import { z } from 'zod'
import { listOf } from './common.ts'

export const engineHealth = z.object({
  name: z.string(),
  type: z.string(),
  ok: z.boolean(),
  message: z.string().meta({ description: 'What the engine’s server says of itself, or what is wrong.' }),
})
export const engineHealthList = listOf(engineHealth)
