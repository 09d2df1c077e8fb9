/** Where in the requests of an OpenAPI document somebody may name what is another's: paths, queries, bodies. */
import { type Document, resolve, routesOf, type Schema } from './openapi/document.ts'

export interface PlaceOfId {
  method: string
  path: string
  where: 'path' | 'query' | 'body'
  /** Of a field of a body its way, such as `characters[].id`. */
  name: string
}

/** A name that says that its value leads to something: `id`, `task_id`, `ids`, `after`, `cursor`, `video`, `key`, `token`. */
const leadsSomewhere = /^(.+_)?(ids?|after|cursor|video|key|token)$/

export function placesOfIds(document: Document): PlaceOfId[] {
  return routesOf(document).flatMap(({ method, path, operation }) => {
    const parameters = (operation.parameters ?? [])
      .filter(({ in: where, name }) => where !== 'header' && leadsSomewhere.test(name))
      .map(({ in: where, name }) => ({ method, path, where: where as 'path' | 'query', name }))
    const schemas = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => schema ?? [])
    const names = new Set(schemas.flatMap((schema) => fieldsOf(document, schema, '')))
    return [...parameters, ...[...names].map((name) => ({ method, path, where: 'body' as const, name }))]
  })
}

function fieldsOf(document: Document, reference: Schema, way: string): string[] {
  const schema = resolve(document, reference)
  const choices = [...(schema.anyOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => fieldsOf(document, one, way))
  const items = schema.items ? fieldsOf(document, schema.items, `${way}[]`) : []
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const own = way === '' ? name : `${way}.${name}`
    const below = fieldsOf(document, field, own)
    return leadsSomewhere.test(name) && below.length === 0 ? [own] : below
  })
  return [...choices, ...items, ...fields]
}
