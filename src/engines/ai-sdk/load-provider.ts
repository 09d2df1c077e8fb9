/** Provider packages are installed by whoever uses them, and loaded when an engine of theirs is configured. */
import type { Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider'
import { ConfigError } from '../../errors.ts'
import { type Provider, providers } from './providers.ts'
import type { AiSdkSettings } from './settings.ts'

/** A model with what resuming needs: without them a job could not be followed after a restart. */
export type ResumableModel = VideoModelV4 & Required<Pick<VideoModelV4, 'doStart' | 'doStatus'>>

/** Makes the model anew for one call, with the fetch of that call. */
export type OpenModel = (fetch: typeof globalThis.fetch, key: string | undefined) => ResumableModel

type Factory = (settings: object) => { videoModel?: (id: string) => VideoModelV4; video?: (id: string) => VideoModelV4 }

/** @throws ConfigError, saying what to install or which key is missing */
export async function loadProvider(engine: string, settings: AiSdkSettings, hasKey: boolean): Promise<OpenModel> {
  const provider = providers[settings.provider]
  const factory = await importFactory(engine, provider)
  // Vertex can do without: the machine's own Google account signs then.
  if (!hasKey && settings.provider !== 'google-vertex') {
    throw new ConfigError(
      `RUSHES_CONFIG: engines.${engine} needs a key: set ${provider.keyVariable}, or name another variable as apiKeyEnv.`,
    )
  }
  const open: OpenModel = (fetch, key) => {
    const made = factory({
      ...settings.settings,
      ...(key !== undefined && { [provider.keySetting]: key }),
      ...(settings.baseUrl && provider.addressSetting && { [provider.addressSetting]: settings.baseUrl }),
      fetch,
    })
    return (made.videoModel ?? made.video)?.(settings.model) as ResumableModel
  }
  checkModel(engine, settings, open)
  return open
}

async function importFactory(engine: string, { packageName, major, factory }: Provider): Promise<Factory> {
  let found: unknown
  try {
    found = ((await import(packageName)) as Record<string, unknown>)[factory]
  } catch (cause) {
    const what = (cause as { code?: string }).code === 'ERR_MODULE_NOT_FOUND' ? 'is not installed' : 'cannot be loaded'
    throw new ConfigError(
      `RUSHES_CONFIG: engines.${engine} needs the package ${packageName}, which ${what}: npm install ${packageName}@${major}`,
      { cause },
    )
  }
  if (typeof found === 'function') return found as Factory
  throw new ConfigError(
    `RUSHES_CONFIG: engines.${engine}: the installed ${packageName} has no ${factory}: npm install ${packageName}@${major}`,
  )
}

function checkModel(engine: string, { provider, model }: AiSdkSettings, open: OpenModel): void {
  const { packageName, major } = providers[provider]
  let made: Partial<VideoModelV4> | undefined
  try {
    made = open(fetch, 'a-key-for-looking-only')
  } catch (cause) {
    throw new ConfigError(`RUSHES_CONFIG: engines.${engine}: ${packageName}: ${(cause as Error).message}`, { cause })
  }
  if (made?.specificationVersion === 'v4' && made.doStart && made.doStatus) return
  throw new ConfigError(
    `RUSHES_CONFIG: engines.${engine}: the installed ${packageName} cannot start ${model} and ask after it later ` +
      `(VideoModelV4 with doStart and doStatus): npm install ${packageName}@${major}`,
  )
}
