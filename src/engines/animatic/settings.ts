import { z } from 'zod'
import { commonSettings } from '../entry.ts'

export const animaticSettings = z.strictObject({ type: z.literal('animatic'), ...commonSettings })
