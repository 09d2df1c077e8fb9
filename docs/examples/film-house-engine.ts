/** An engine for a server that takes `POST /films` and answers `GET /films/{id}`. */
import { z } from 'zod'
import { type Engine, EngineFault } from '../../src/engines/engine.ts'
import type { EngineParts } from '../../src/engines/engine-type.ts'
import { serverSettings } from '../../src/engines/entry.ts'
import { bearer, createEngineHttp } from '../../src/engines/remote/engine-http.ts'
import { serverWords } from '../../src/engines/remote/server-words.ts'

export const filmHouseSettings = z.strictObject({
  type: z.literal('film-house'),
  ...serverSettings,
  style: z.enum(['noir', 'comedy']).default('comedy'),
})

export function createFilmHouseEngine(parts: EngineParts<z.output<typeof filmHouseSettings>>): Engine {
  const { name, settings, secret, fetch } = parts
  const { baseUrl, requestSeconds, apiKeyEnv = '' } = settings
  const http = createEngineHttp({ engine: name, baseUrl, requestSeconds, fetch })
  const headers = () => bearer(secret(apiKeyEnv))

  return {
    capabilities: {
      durations: [4, 8],
      sizes: 'any',
      images: { min: 0, max: 0 },
      character: false,
      sources: [],
      audio: false,
      seed: true,
      cancel: true,
      progress: true,
      resubmit: 'with-key',
    },

    async start({ prompt, seconds, width, height, seed, submitKey }, signal) {
      const json = { key: submitKey, prompt, seconds, width, height, seed, style: settings.style }
      const film = await http.submit({ method: 'POST', path: '/films', headers: headers(), json }, signal)
      if (typeof film.id === 'string') return { id: film.id }
      throw new EngineFault(`the engine ${name} gave no id`, { mayHaveArrived: true })
    },

    async poll({ id }, signal) {
      const film = await http.ask({ path: `/films/${id}`, headers: headers() }, signal, [404])
      if (!film) return { state: 'lost' }
      if (film.state === 'waiting') return { state: 'queued', pollAfterMilliseconds: 2000 }
      if (film.state === 'wrapped') {
        return {
          state: 'succeeded',
          video: { url: `${baseUrl}/films/${id}/reel`, headers: headers(), isPrivate: true },
        }
      }
      if (film.state === 'scrapped') {
        return { state: 'failed', kind: 'api_error', message: `${serverWords(film.error).message}.` }
      }
      return { state: 'running', progress: Number(film.part) || 0, pollAfterMilliseconds: 2000 }
    },

    async cancel({ id }, signal) {
      await http.ask({ method: 'DELETE', path: `/films/${id}`, headers: headers() }, signal, [404])
    },

    async probe(signal) {
      const { models } = (await http.ask({ path: '/about', headers: headers() }, signal)) ?? {}
      return `has ${Array.isArray(models) ? models.join(', ') : 'no models'}`
    },
  }
}
