/**
 * The settings of every engine type: what the config's `engines` may say. They stand apart from the engines, so that
 * reading the config loads none of them.
 */
import { z } from 'zod'
import { acedataSettings } from './acedata/settings.ts'
import { aiSdkSettings } from './ai-sdk/settings.ts'
import { animaticSettings } from './animatic/settings.ts'
import { comfyuiSettings } from './comfyui/settings.ts'
import { openaiVideosSettings } from './openai-videos/settings.ts'
import { scriptedSettings } from './scripted/settings.ts'

/** One line a type. */
export const engineSettings = {
  'ai-sdk': aiSdkSettings,
  acedata: acedataSettings,
  animatic: animaticSettings,
  comfyui: comfyuiSettings,
  'openai-videos': openaiVideosSettings,
  scripted: scriptedSettings,
} as const

export type EngineTypeName = keyof typeof engineSettings

/** An entry as it is written, and as it is read: by its `type`. */
export type EngineEntryInput = z.input<(typeof engineSettings)[EngineTypeName]>
export type EngineEntry = z.output<(typeof engineSettings)[EngineTypeName]>

export const engineTypeNames = Object.keys(engineSettings) as EngineTypeName[]

export const isEngineType = (name: unknown): name is EngineTypeName =>
  typeof name === 'string' && Object.hasOwn(engineSettings, name)

/** One entry of `engines`; its issues name the key and never a value. */
export const engineEntry: z.ZodType<EngineEntry, EngineEntryInput> = z.discriminatedUnion('type', [
  engineSettings['ai-sdk'],
  engineSettings.acedata,
  engineSettings.animatic,
  engineSettings.comfyui,
  engineSettings['openai-videos'],
  engineSettings.scripted,
])
