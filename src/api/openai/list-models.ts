/** GET /v1/models and /v1/models/{id}: what is configured, and what may be asked of it at this door. */
import type { FastifyInstance } from 'fastify'
import type { OpenaiModel } from '../../contract/openai/answers.ts'
import { RushesError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import { requireCaller } from '../caller.ts'
import type { ServiceOffer } from '../service-offer.ts'

export function registerListModels(app: FastifyInstance, context: ApiContext): void {
  const onRequest = requireCaller(context)
  const models = context.offer.models.map(presentModel)

  app.get('/v1/models', { onRequest }, async () => ({ object: 'list', data: models }))

  app.get<{ Params: { id: string } }>('/v1/models/:id', { onRequest }, async (request) => {
    const model = models.find(({ id }) => id === request.params.id)
    if (model) return model
    const found = JSON.stringify(request.params.id.slice(0, 80))
    throw new RushesError(
      'no_api',
      `There is no model ${found}; offered here: ${models.map(({ id }) => id).join(', ')}.`,
    )
  })
}

function presentModel(model: ServiceOffer['models'][number]): OpenaiModel {
  const { name, durations, sizes, images, character, sources, audio, seed, engines } = model
  return {
    id: name,
    object: 'model',
    // A model is an entry of the settings and has no date.
    created: 0,
    owned_by: 'rushes',
    capabilities: {
      seconds: durations['2.0'].map(String),
      sizes: sizes['2.0'],
      // One image a call, the protocol says.
      images: { min: images.min, max: Math.min(images.max, 1) },
      characters: character,
      sources,
      audio,
      seed,
      engines,
    },
  }
}
