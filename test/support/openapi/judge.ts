/** Holds an answer to what the document says of its operation. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'
import type { Document, Route, Schema } from './document.ts'

/** A sentence for each thing that is wrong with an answer; none when all is well. */
export type Judge = (route: Route, answer: Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body'>) => string[]

export function createJudge(document: Document): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'document', components: document.components })
  const compiled = new Map<Schema, ValidateFunction>()

  function validatorOf(schema: Schema): ValidateFunction {
    const known = compiled.get(schema)
    if (known) return known
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/')
    const made = ajv.compile(JSON.parse(text) as Schema)
    compiled.set(schema, made)
    return made
  }

  return ({ operation }, { statusCode, headers, body }) => {
    const wrong: string[] = []
    if (typeof headers['x-trace-id'] !== 'string') wrong.push('there is no x-trace-id')
    const response = operation.responses[statusCode]
    if (!response) return [...wrong, `the status ${statusCode} is not documented: ${body.slice(0, 300)}`]
    if (!response.content) {
      if (body.length > 0) wrong.push(`${statusCode} has no body in the document: ${body.slice(0, 200)}`)
      return wrong
    }
    const type = String(headers['content-type']).split(';')[0] ?? ''
    const media = response.content[type]
    if (!media) return [...wrong, `${statusCode} with ${type} is not documented: ${body.slice(0, 200)}`]
    if (!media.schema || media.schema.type === 'string') return wrong
    for (const value of valuesOf(type, body)) {
      const validate = validatorOf(media.schema)
      if (validate(value)) continue
      wrong.push(
        `${statusCode} breaks its schema: ${ajv.errorsText(validate.errors)}: ${JSON.stringify(value).slice(0, 600)}`,
      )
    }
    return wrong
  }
}

/** The JSON of an answer: one, one a line, or one an event. */
function valuesOf(type: string, body: string): unknown[] {
  if (type === 'application/x-ndjson')
    return body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  if (type === 'text/event-stream')
    return [...body.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data ?? ''))
  return [JSON.parse(body)]
}
