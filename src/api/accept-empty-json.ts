import type { FastifyInstance } from 'fastify'

/** Lets a door take calls without a body that name the content type of JSON, as Python's `openai` client sends DELETE. */
export function acceptEmptyJson(door: FastifyInstance): void {
  const parse = door.getDefaultJsonParser('remove', 'remove')
  door.removeContentTypeParser('application/json')
  door.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    if (text === '') done(null, undefined)
    else parse(request, text, done)
  })
}
