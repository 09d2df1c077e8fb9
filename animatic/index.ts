/** The built-in animation engine: a prompt goes in, an MP4 film comes out. Knows nothing of the server. */
export type { Film, FilmOrder, RenderProgress } from './render/film-order.ts'
export { RenderProcessLost, renderFilm } from './render/render-film.ts'
export { readPrompt } from './script/read-prompt.ts'
export type { ShotPlan } from './script/shot-plan.ts'
