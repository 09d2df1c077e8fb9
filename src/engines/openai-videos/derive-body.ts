import { openAsBlob } from 'node:fs'
import type { Job, JobSource } from '../engine.ts'
import type { EngineCall } from '../remote/engine-http.ts'
import type { OpenaiVideosSettings } from './settings.ts'

const paths = { edit: '/videos/edits', extension: '/videos/extensions' } as const
export type SentSource = JobSource & { kind: keyof typeof paths }

/** Whether the film can be sent with the call; a remix names a video that the server would have to know. */
export const isSent = (source: JobSource): source is SentSource => source.kind in paths

/** The call that makes a film from another, which goes along as a file: the server need not have made it. */
export async function deriveCall(
  { prompt, seconds }: Job,
  source: SentSource,
  { model, extra }: Pick<OpenaiVideosSettings, 'model' | 'extra'>,
): Promise<Pick<EngineCall, 'path' | 'form'>> {
  const form = new FormData()
  const added = source.kind === 'extension' ? { seconds: String(Math.round(seconds - source.seconds)) } : {}
  for (const [name, value] of Object.entries({ model, prompt, ...added, ...extra })) form.set(name, String(value))
  form.set('video', await openAsBlob(source.path, { type: source.contentType }), 'film.mp4')
  return { path: paths[source.kind], form }
}
